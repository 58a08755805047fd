package example;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How many entities have limits of their own on a resource. The name of the attribute is the resource. */
public record EntityConfigRegistry(String namespaceId, Map<String, Long> counts) implements TableRecord {

    public static EntityConfigRegistry fromRecord(Map<String, ?> record) {
        Values values = Values.ofRecord(record);
        String namespaceId = values.text("namespace_id", Values.NAMESPACE);
        Map<String, Long> counts = new HashMap<>();
        values.map("{config_resource}").forEach((name, count) -> {
            values.require(isCounter(name), "no resource: " + name);
            counts.put(name, values.int64(name, count));
        });
        values.nothingElse();
        return new EntityConfigRegistry(namespaceId, counts);
    }

    public static EntityConfigRegistry fromItem(Map<String, AttributeValue> item) {
        Values values = Values.ofItem(item);
        List<String> key = values.key("/SYSTEM#", "#ENTITY_CONFIG_RESOURCES");
        values.require(key.get(1).isEmpty(), "more in the key");
        Map<String, Long> counts = new HashMap<>();
        values.rest.forEach((name, value) -> {
            if (!isCounter(name)) return;
            values.require(value instanceof Values.NumberText, name + ": " + value);
            counts.put(name, values.int64(name, ((Values.NumberText) value).text()));
        });
        return new EntityConfigRegistry(key.get(0), counts);
    }

    private static boolean isCounter(String name) {
        boolean isKey = name.matches("(GSI[1-4])?[PS]K|LSI[1-5]SK");
        boolean isResource = name.equals("_default_") || Values.RESOURCE.matcher(name).matches();
        return isResource && !isKey && name.length() <= 64;
    }

    @Override
    public Map<String, Map<String, AttributeValue>> keys() {
        return TableRecord.registryKeys(namespaceId, "#ENTITY_CONFIG_RESOURCES");
    }

    @Override
    public Map<String, AttributeValue> attributes() {
        Map<String, AttributeValue> attributes = new HashMap<>();
        counts.forEach((name, count) -> attributes.put(name, AttributeValue.fromN(Long.toString(count))));
        return attributes;
    }
}
