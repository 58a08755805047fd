package example;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The members of a record, or the attributes of an item, each taken once and checked. */
final class Values {
    // matches() wants the whole text, where find() with "$" lets a line feed through.
    static final Pattern NAMESPACE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_\\-]{10}|default|_");
    static final Pattern ENTITY = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.\\-:@]*");
    static final Pattern RESOURCE = Pattern.compile("[a-zA-Z][a-zA-Z0-9_.\\-/:]*");
    static final Pattern ANY = Pattern.compile("(?s).+");
    private static final Pattern SECONDS = Pattern.compile("(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}T.{8}Z");
    private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]*");
    private static final DateTimeFormatter REAL_DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'").withResolverStyle(ResolverStyle.STRICT);

    /** A number of an item, as the text that it is. */
    record NumberText(String text) {}

    /** What is left to be taken. */
    final Map<String, Object> rest;

    private final String errorClass;

    private Values(String errorClass, Map<String, ?> values) {
        this.errorClass = errorClass;
        this.rest = new HashMap<>(values);
    }

    static Values ofRecord(Map<String, ?> record) {
        return new Values("invalid-record", record);
    }

    static Values ofItem(Map<String, AttributeValue> item) {
        Values values = new Values("invalid-item", Map.of());
        item.forEach((name, value) -> values.rest.put(name, plain(value)));
        return values;
    }

    /** The attributes of an item get the types that a JSON library gives to the members of a record. */
    private static Object plain(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s();
            case N -> new NumberText(value.n());
            case BOOL -> value.bool();
            case NUL -> null;
            case SS -> Set.copyOf(value.ss());
            case M -> {
                Map<String, Object> members = new HashMap<>();
                value.m().forEach((name, member) -> members.put(name, plain(member)));
                yield members;
            }
            default -> value;
        };
    }

    void require(boolean condition, String what) {
        if (!condition) throw new Refused(errorClass, what);
    }

    <T> T take(String name, Class<T> type, Object otherwise) {
        Object value = rest.containsKey(name) ? rest.remove(name) : otherwise;
        require(type.isInstance(value), name + ": " + value);
        return type.cast(value);
    }

    String text(String name, Pattern pattern) {
        return match(name, take(name, String.class, null), pattern, 256);
    }

    /** Lengths are counted in code points; length() counts UTF-16 units. */
    String match(String name, Object value, Pattern pattern, int longest) {
        boolean fits = value instanceof String text
                && pattern.matcher(text).matches()
                && text.codePointCount(0, text.length()) <= longest;
        require(fits, name + ": " + value);
        return (String) value;
    }

    Map<String, Object> map(String name) {
        Map<String, Object> members = new HashMap<>();
        take(name, Map.class, Map.of()).forEach((key, value) -> members.put((String) key, value));
        return members;
    }

    String timestamp(String name) {
        String text = text(name, SECONDS);
        try {
            LocalDateTime.parse(text, REAL_DATE);
        } catch (DateTimeParseException error) {
            throw new Refused(errorClass, name + ": " + error.getMessage());
        }
        return text;
    }

    long int64(String name, Object value) {
        // Long.parseLong alone takes "+1", "007" and the digits of every script.
        String text = match(name, value, INTEGER, 20);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException error) {
            throw new Refused(errorClass, name + ": " + text);
        }
    }

    /** What stands before and after the literal in the partition key of an item: a namespace, and the rest. */
    List<String> key(String literal, String sort) {
        String partition = take("PK", String.class, null);
        int at = partition.indexOf(literal);
        require(at >= 0 && sort.equals(rest.remove("SK")), "another key: " + partition);
        String namespaceId = match("PK", partition.substring(0, at), NAMESPACE, 11);
        return List.of(namespaceId, partition.substring(at + literal.length()));
    }

    void nothingElse() {
        require(rest.isEmpty(), "unknown: " + rest.keySet());
    }
}
