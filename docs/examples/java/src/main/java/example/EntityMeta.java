package example;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromBool;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromM;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromNul;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An entity, and its place under a parent. {@code parentId} is null for an entity without one: NULL in the table. */
public record EntityMeta(
        String namespaceId,
        String entityId,
        String name,
        String parentId,
        boolean cascade,
        Map<String, String> metadata,
        String createdAt)
        implements TableRecord {

    public static EntityMeta fromRecord(Map<String, ?> record) {
        Values values = Values.ofRecord(record);
        String namespaceId = values.text("namespace_id", Values.NAMESPACE);
        // Who has no name is called by its id.
        if (values.rest.getOrDefault("name", "") instanceof String name && name.isEmpty()) {
            values.rest.put("name", values.rest.get("entity_id"));
        }
        EntityMeta entity = read(values, namespaceId);
        values.nothingElse();
        return entity;
    }

    public static EntityMeta fromItem(Map<String, AttributeValue> item) {
        Values values = Values.ofItem(item);
        List<String> key = values.key("/ENTITY#", "#META");
        EntityMeta entity = read(values, key.get(0));
        values.require(entity.entityId.equals(key.get(1)), "entity_id is another one than in the key");
        return entity;
    }

    private static EntityMeta read(Values values, String namespaceId) {
        Map<String, String> metadata = new HashMap<>();
        values.map("metadata").forEach((name, value) -> {
            values.require(value instanceof String, "metadata: " + name);
            metadata.put(name, (String) value);
        });
        String parentId = values.rest.get("parent_id") == null ? null : values.text("parent_id", Values.ENTITY);
        values.rest.remove("parent_id");
        return new EntityMeta(
                namespaceId,
                values.text("entity_id", Values.ENTITY),
                values.text("name", Values.ANY),
                parentId,
                values.take("cascade", Boolean.class, false),
                metadata,
                values.timestamp("created_at"));
    }

    @Override
    public Map<String, Map<String, AttributeValue>> keys() {
        String entity = namespaceId + "/ENTITY#" + entityId;
        Map<String, Map<String, AttributeValue>> keys = new HashMap<>();
        keys.put("primary", TableRecord.key("PK", entity, "SK", "#META"));
        keys.put("gsi4", TableRecord.key("GSI4PK", namespaceId, "GSI4SK", entity));
        if (parentId != null) {
            String parent = namespaceId + "/PARENT#" + parentId;
            keys.put("gsi1", TableRecord.key("GSI1PK", parent, "GSI1SK", "CHILD#" + entityId));
        }
        return keys;
    }

    @Override
    public Map<String, AttributeValue> attributes() {
        Map<String, AttributeValue> members = new HashMap<>();
        metadata.forEach((key, value) -> members.put(key, fromS(value)));
        return Map.of(
                "entity_id", fromS(entityId),
                "name", fromS(name),
                "parent_id", parentId == null ? fromNul(true) : fromS(parentId),
                "cascade", fromBool(cascade),
                "metadata", fromM(members),
                "created_at", fromS(createdAt));
    }
}
