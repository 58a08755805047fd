package example;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A record of a rate limiter's table, for the AWS SDK's DynamoDbClient. */
public interface TableRecord {
    /** The key attributes of each index that the record is in. */
    Map<String, Map<String, AttributeValue>> keys();

    Map<String, AttributeValue> attributes();

    default Map<String, AttributeValue> item() {
        Map<String, AttributeValue> item = new HashMap<>(attributes());
        keys().values().forEach(item::putAll);
        return item;
    }

    /** How records of a type are read, from JSON and from items. */
    record Type(Function<Map<String, ?>, TableRecord> fromRecord, Function<Map<String, AttributeValue>, TableRecord> fromItem) {}

    Map<String, Type> TYPES = Map.of(
            "entity_meta", new Type(EntityMeta::fromRecord, EntityMeta::fromItem),
            "resource_registry", new Type(ResourceRegistry::fromRecord, ResourceRegistry::fromItem),
            "entity_config_registry", new Type(EntityConfigRegistry::fromRecord, EntityConfigRegistry::fromItem));

    static Map<String, AttributeValue> key(String partitionName, String partition, String sortName, String sort) {
        return Map.of(partitionName, AttributeValue.fromS(partition), sortName, AttributeValue.fromS(sort));
    }

    /** The keys of both registries. */
    static Map<String, Map<String, AttributeValue>> registryKeys(String namespaceId, String sort) {
        String partition = namespaceId + "/SYSTEM#";
        return Map.of(
                "primary", key("PK", partition, "SK", sort),
                "gsi4", key("GSI4PK", namespaceId, "GSI4SK", partition));
    }
}
