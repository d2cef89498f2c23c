package dev.lambdaflex.simulator.wire.protocol;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import dev.lambdaflex.simulator.wire.WireRequest;

/**
 * Names and values of a query string or of a form. Nested values have dotted names: {@code Parameters.member.1.ParameterKey}
 * of the Query protocol, {@code Filter.1.Name} of EC2 and of flattened lists.
 */
public final class Form {

    private static final String MEMBER = "member.";
    private static final String ENTRY = "entry.";

    private final Map<String, String> values;

    private Form(Map<String, String> values) {
        this.values = values;
    }

    /** The query string of a REST request, or query string and body of a form. */
    public static Form of(WireRequest request) {
        Map<String, String> values = new LinkedHashMap<>();
        decode(request.query(), values);
        if (request.header("content-type")
                .filter(type -> type.startsWith("application/x-www-form-urlencoded"))
                .isPresent()) {
            decode(request.text(), values);
        }
        return new Form(values);
    }

    public static Form parse(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        decode(text, values);
        return new Form(values);
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * A value that must be there.
     *
     * @throws Refusal ValidationError, when it is not
     */
    public String required(String name) {
        return get(name).orElseThrow(() -> Refusal.of("ValidationError",
                "1 validation error detected: Value null at '%s' failed to satisfy constraint: Member must not be null"
                        .formatted(lowerFirst(name))));
    }

    /** All dotted names. */
    public Set<String> names() {
        return Collections.unmodifiableSet(values.keySet());
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** The structure of that name: its members without the name and the dot. */
    public Form structure(String name) {
        Map<String, String> inner = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(name + ".")) {
                inner.put(key.substring(name.length() + 1), value);
            }
        });
        return new Form(inner);
    }

    /** The structures of a list, in the order of their numbers, whether they are written with {@code member} or flat. */
    public List<Form> structures(String name) {
        return List.copyOf(numbered(name).values());
    }

    /** The plain values of a list. */
    public List<String> list(String name) {
        List<String> plain = new ArrayList<>();
        numbered(name).values().forEach(item -> item.get("").ifPresent(plain::add));
        return List.copyOf(plain);
    }

    /** A map: {@code name.entry.1.key}, {@code name.entry.1.value}. */
    public Map<String, String> map(String name) {
        Map<String, String> map = new LinkedHashMap<>();
        structures(name).forEach(entry -> map.put(entry.required("key"), entry.get("value").orElse("")));
        return map;
    }

    private Map<Integer, Form> numbered(String name) {
        Map<Integer, Form> items = new TreeMap<>();
        structure(name).values.forEach((key, value) -> {
            String rest = without(ENTRY, without(MEMBER, key));
            int dot = rest.indexOf('.');
            String number = dot < 0 ? rest : rest.substring(0, dot);
            if (number.matches("[0-9]{1,6}")) {
                items.computeIfAbsent(Integer.parseInt(number), _ -> new Form(new LinkedHashMap<>())).values
                        .put(dot < 0 ? "" : rest.substring(dot + 1), value);
            }
        });
        return items;
    }

    private static String without(String prefix, String key) {
        return key.startsWith(prefix) ? key.substring(prefix.length()) : key;
    }

    private static void decode(String text, Map<String, String> values) {
        for (String pair : text.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                values.put(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw Refusal.of("MalformedQueryString", "The query string contains a syntax error: " + text);
        }
    }

    private static String lowerFirst(String name) {
        return name.isEmpty() ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
