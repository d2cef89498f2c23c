package dev.lambdaflex.cli.verbs;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;

import dev.lambdaflex.weights.plan.Durations;
import dev.lambdaflex.weights.plan.PlanText;
import dev.lambdaflex.weights.safety.SafetyRule;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options by the rules of the core, so that what is wrong is refused before anything is sent. */
final class Values {

    private Values() {}

    /** The text of a plan that is understood. */
    static final class Plan implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            return checked(text, plan -> {
                PlanText.parse(plan);
                return plan;
            });
        }
    }

    static final class Hold implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            return checked(text, Durations::parse);
        }
    }

    static final class Percent implements ITypeConverter<Split> {
        @Override
        public Split convert(String text) {
            return checked(text.endsWith("%") ? text.substring(0, text.length() - 1) : text, Percent::split);
        }

        private static Split split(String text) {
            try {
                return Split.ofPercent(new BigDecimal(text));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("'%s' (expected: 0 to 100)".formatted(text), e);
            }
        }
    }

    static final class Rule implements ITypeConverter<SafetyRule> {
        @Override
        public SafetyRule convert(String text) {
            return checked(text, SafetyRule::parse);
        }
    }

    static final class Home implements ITypeConverter<Tier> {
        @Override
        public Tier convert(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "lambda" -> Tier.LAMBDA;
                case "fargate" -> Tier.FARGATE;
                default -> throw new TypeConversionException("'%s' (expected: fargate or lambda)".formatted(text));
            };
        }
    }

    private static <T> T checked(String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
