package example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

record Vector(String id, TableRecord.Type type, JsonNode json) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Stream<Vector> all(String kind) {
        return TableRecord.TYPES.keySet().stream()
                .flatMap(name -> file(name, kind))
                .filter(vector -> !vector.json.path("op").asText().equals("key.parse"));
    }

    private static Stream<Vector> file(String name, String kind) {
        try {
            JsonNode file = MAPPER.readTree(new File("../../../vectors/rate-limits/" + name + "/" + kind + ".json"));
            return StreamSupport.stream(file.get("vectors").spliterator(), false)
                    .map(json -> new Vector(json.get("id").asText(), TableRecord.TYPES.get(name), json));
        } catch (IOException error) {
            throw new IllegalStateException(error);
        }
    }

    TableRecord record(String member) {
        return type.fromRecord().apply(MAPPER.convertValue(json.get(member), Map.class));
    }

    TableRecord read() {
        return type.fromItem().apply(DynamoDbJson.item(json.get("item")));
    }
}
