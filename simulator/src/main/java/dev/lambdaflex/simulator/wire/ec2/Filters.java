package dev.lambdaflex.simulator.wire.ec2;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.lambdaflex.simulator.wire.protocol.Form;
import dev.lambdaflex.simulator.wire.protocol.Refusal;

/** The filters of one request: a thing has to satisfy all of them, each by any of its values; {@code *} and {@code ?} are wild. */
final class Filters {

    private static final String TAG = "tag:";
    private static final String TAG_KEY = "tag-key";

    private record Filter(String name, List<Pattern> values) {}

    private final List<Filter> filters;

    private Filters(List<Filter> filters) {
        this.filters = filters;
    }

    /** @param known the facts that the listed things can be asked for */
    static Filters of(Form form, Set<String> known) {
        return new Filters(form.structures("Filter").stream().map(filter -> filter(filter, known)).toList());
    }

    boolean pass(Item item) {
        return filters.stream().allMatch(filter -> pass(filter, item));
    }

    private static Filter filter(Form filter, Set<String> known) {
        String name = filter.required("Name");
        if (!known.contains(name) && !name.startsWith(TAG) && !name.equals(TAG_KEY)) {
            throw Refusal.of("InvalidParameterValue", "The filter '%s' is invalid".formatted(name));
        }
        return new Filter(name, filter.list("Value").stream().map(Filters::wild).toList());
    }

    private static boolean pass(Filter filter, Item item) {
        return values(filter.name(), item)
                .anyMatch(value -> filter.values().stream().anyMatch(pattern -> pattern.matcher(value).matches()));
    }

    private static Stream<String> values(String name, Item item) {
        if (name.equals(TAG_KEY)) {
            return item.tags().keySet().stream();
        }
        return name.startsWith(TAG)
                ? Stream.ofNullable(item.tags().get(name.substring(TAG.length())))
                : item.facts().getOrDefault(name, List.of()).stream();
    }

    private static Pattern wild(String value) {
        StringBuilder pattern = new StringBuilder();
        value.chars().forEach(c -> {
            switch (c) {
                case '*' -> pattern.append(".*");
                case '?' -> pattern.append('.');
                default -> pattern.append(Pattern.quote(String.valueOf((char) c)));
            }
        });
        return Pattern.compile(pattern.toString(), Pattern.DOTALL);
    }
}
