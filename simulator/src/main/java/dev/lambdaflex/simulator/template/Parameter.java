package dev.lambdaflex.simulator.template;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A parameter of a template and what its value has to satisfy.
 *
 * @param constraint ConstraintDescription: what AWS says instead of the rule that is broken
 */
public record Parameter(String name, String type, Optional<String> defaultValue, String description, boolean noEcho,
        Optional<String> constraint, List<String> allowedValues, Optional<Pattern> allowedPattern, Bounds length,
        Bounds value) {

    /** Two bounds that may be missing. */
    record Bounds(Optional<BigDecimal> least, Optional<BigDecimal> most) {

        boolean below(BigDecimal number) {
            return least.isPresent() && number.compareTo(least.get()) < 0;
        }

        boolean above(BigDecimal number) {
            return most.isPresent() && number.compareTo(most.get()) > 0;
        }
    }

    public Parameter {
        allowedValues = List.copyOf(allowedValues);
    }

    boolean isList() {
        return type.equals("CommaDelimitedList") || type.startsWith("List<");
    }

    /** The single values in {@code given}: one, or as many as its commas part. */
    List<String> values(String given) {
        return isList() ? List.of(given.split(",", -1)).stream().map(String::strip).toList() : List.of(given);
    }

    void check(String given) {
        for (String single : values(given)) {
            broken(single).ifPresent(rule -> {
                throw new Refusal(constraint
                        .map(text -> "Parameter %s failed to satisfy constraint: %s".formatted(name, text))
                        .orElse("Parameter '%s' %s".formatted(name, rule)));
            });
        }
    }

    private Optional<String> broken(String single) {
        if (!allowedValues.isEmpty() && !allowedValues.contains(single)) {
            return Optional.of("must be one of AllowedValues");
        }
        if (allowedPattern.isPresent() && !allowedPattern.get().matcher(single).matches()) {
            return Optional.of("must match pattern " + allowedPattern.get().pattern());
        }
        BigDecimal characters = BigDecimal.valueOf(single.length());
        if (length.below(characters)) {
            return Optional.of("must contain at least %s characters".formatted(length.least().orElseThrow()));
        }
        if (length.above(characters)) {
            return Optional.of("must contain at most %s characters".formatted(length.most().orElseThrow()));
        }
        return type.contains("Number") ? brokenNumber(single) : Optional.empty();
    }

    private Optional<String> brokenNumber(String single) {
        Optional<BigDecimal> number = number(single);
        if (number.isEmpty()) {
            return Optional.of("must be a number");
        }
        if (value.below(number.get())) {
            return Optional.of("must be a number not less than " + value.least().orElseThrow());
        }
        return value.above(number.get())
                ? Optional.of("must be a number not greater than " + value.most().orElseThrow())
                : Optional.empty();
    }

    static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
