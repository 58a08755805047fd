package example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.stream;

import java.util.*;
import java.util.stream.Stream;
import org.junit.jupiter.api.*;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class KeysTest {
    @TestFactory
    Stream<DynamicTest> builds() {
        return stream(Stream.concat(Vector.all("items"), Vector.all("keys")), Vector::id, vector -> {
            assertEquals(DynamoDbJson.items(vector.json().get("keys")), vector.record("record").keys(), vector.id());
        });
    }

    @TestFactory
    Stream<DynamicTest> sorts() {
        return stream(Vector.all("order"), Vector::id, vector -> {
            var entries = vector.json().get("entries").valueStream()
                    .map(entry -> new Vector(vector.id(), vector.type(), entry)).toList();
            var expected = entries.stream().map(entry -> DynamoDbJson.item(entry.json().get("key"))).toList();
            String index = vector.json().get("index").asText();
            var built = new ArrayList<>(entries.stream().map(entry -> entry.record("record").keys().get(index)).toList());
            assertEquals(expected, built, vector.id());
            Collections.reverse(built);
            built.sort(Comparator.comparing(KeysTest::bytes, Arrays::compareUnsigned));
            assertEquals(expected, built, vector.id());
        });
    }

    /** What DynamoDB sorts text by, and String.compareTo does not. */
    private static byte[] bytes(Map<String, AttributeValue> key) {
        return key.get(Collections.max(key.keySet())).s().getBytes(UTF_8); // "…SK" comes after "…PK".
    }
}
