package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.stream;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class VectorsTest {
    @TestFactory
    Stream<DynamicTest> writes() {
        return stream(Vector.all("items"), Vector::id, vector -> {
            assertEquals(Meaning.of(DynamoDbJson.item(vector.json().get("item"))), Meaning.of(vector.record("record").item()), vector.id());
        });
    }

    @TestFactory
    Stream<DynamicTest> reads() {
        return stream(Stream.concat(Vector.all("items"), Vector.all("reads")), Vector::id, vector -> {
            TableRecord expected = vector.record(vector.json().has("read") ? "read" : "record");
            assertEquals(expected, vector.read(), vector.id());
        });
    }

    @TestFactory
    Stream<DynamicTest> refuses() {
        return stream(Vector.all("refusals"), Vector::id, vector -> {
            boolean reads = vector.json().has("item");
            var refused = assertThrows(Refused.class, reads ? vector::read : () -> vector.record("record"), vector.id());
            assertEquals(vector.json().at("/error/class").asText(), refused.errorClass(), vector.id());
        });
    }
}
