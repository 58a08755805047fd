package example;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items as they are in files; the SDK reads them from its own connection only. */
final class DynamoDbJson {
    static Map<String, AttributeValue> item(JsonNode json) {
        Map<String, AttributeValue> item = new HashMap<>();
        json.properties().forEach(each -> item.put(each.getKey(), value(each.getValue())));
        return item;
    }

    static Map<String, Map<String, AttributeValue>> items(JsonNode json) {
        Map<String, Map<String, AttributeValue>> items = new HashMap<>();
        json.properties().forEach(each -> items.put(each.getKey(), item(each.getValue())));
        return items;
    }

    private static AttributeValue value(JsonNode json) {
        Map.Entry<String, JsonNode> value = json.properties().iterator().next();
        JsonNode content = value.getValue();
        return switch (value.getKey()) {
            case "S" -> AttributeValue.fromS(content.textValue());
            case "N" -> AttributeValue.fromN(content.textValue());
            case "BOOL" -> AttributeValue.fromBool(content.booleanValue());
            case "NULL" -> AttributeValue.fromNul(true);
            case "SS" -> AttributeValue.fromSs(content.valueStream().map(JsonNode::textValue).toList());
            case "M" -> AttributeValue.fromM(item(content));
            default -> throw new IllegalArgumentException("no attribute of these record types is " + json);
        };
    }
}
