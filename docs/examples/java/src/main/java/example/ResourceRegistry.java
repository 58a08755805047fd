package example;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Which resources have limits. DynamoDB has no empty set, so the attribute goes with its last member. */
public record ResourceRegistry(String namespaceId, Set<String> resources) implements TableRecord {

    public static ResourceRegistry fromRecord(Map<String, ?> record) {
        Values values = Values.ofRecord(record);
        String namespaceId = values.text("namespace_id", Values.NAMESPACE);
        List<?> members = values.take("resources", List.class, List.of());
        Set<String> resources = new HashSet<>();
        members.forEach(each -> resources.add(values.match("resources", each, Values.RESOURCE, 64)));
        values.require(resources.size() == members.size(), "resources: one of them twice");
        values.nothingElse();
        return new ResourceRegistry(namespaceId, resources);
    }

    public static ResourceRegistry fromItem(Map<String, AttributeValue> item) {
        Values values = Values.ofItem(item);
        List<String> key = values.key("/SYSTEM#", "#RESOURCES");
        values.require(key.get(1).isEmpty(), "more in the key");
        Set<String> resources = new HashSet<>();
        for (Object each : values.take("resources", Set.class, Set.of())) {
            resources.add(values.match("resources", each, Values.RESOURCE, 64));
        }
        return new ResourceRegistry(key.get(0), resources);
    }

    @Override
    public Map<String, Map<String, AttributeValue>> keys() {
        return TableRecord.registryKeys(namespaceId, "#RESOURCES");
    }

    @Override
    public Map<String, AttributeValue> attributes() {
        return resources.isEmpty() ? Map.of() : Map.of("resources", AttributeValue.fromSs(List.copyOf(resources)));
    }
}
