package example;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What DynamoDB takes for the same becomes equal: numbers by value, sets in one order. */
final class Meaning {
    static Map<String, AttributeValue> of(Map<String, AttributeValue> item) {
        return item.entrySet().stream().collect(toMap(Map.Entry::getKey, each -> of(each.getValue())));
    }

    private static AttributeValue of(AttributeValue value) {
        return switch (value.type()) {
            case N -> AttributeValue.fromN(number(value.n()));
            case NS -> AttributeValue.fromNs(value.ns().stream().map(Meaning::number).sorted().toList());
            case SS -> AttributeValue.fromSs(value.ss().stream().sorted().toList());
            case L -> AttributeValue.fromL(value.l().stream().map(Meaning::of).toList());
            case M -> AttributeValue.fromM(of(value.m()));
            default -> value;
        };
    }

    private static String number(String text) {
        return new BigDecimal(text).stripTrailingZeros().toString();
    }
}
