package example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;

record Vector(String id, TableRecord.Type type, JsonNode json) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNode FILES = file("manifest.json").get("files");

    /** The vectors of a kind; not every record type has every kind. */
    static Stream<Vector> all(String kind) {
        return TableRecord.TYPES.entrySet().stream()
                .filter(type -> FILES.has(type.getKey() + "/" + kind + ".json"))
                .flatMap(type -> file(type.getKey() + "/" + kind + ".json").get("vectors").valueStream()
                        .map(json -> new Vector(json.get("id").asText(), type.getValue(), json)))
                .filter(vector -> !vector.json.path("op").asText().equals("key.parse"));
    }

    private static JsonNode file(String path) {
        try {
            return MAPPER.readTree(new File("../../../vectors/rate-limits/" + path));
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
