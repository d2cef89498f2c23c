package dev.lambdaflex.simulator.wire.cloudwatch;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;

/**
 * Metric math as far as it is arithmetic: numbers, ids of other queries, {@code + - * /} and parentheses. Where
 * one side has no data point there is none of the whole; a division by zero has none either.
 */
sealed interface Expression {

    /** A series, or a number that stands for every moment. */
    sealed interface Value {

        record Series(NavigableMap<Instant, Double> points) implements Value {}

        record Everywhere(double value) implements Value {}
    }

    /** The ids that it names. */
    Set<String> names();

    /** Its value, when {@code series} gives those of other queries. */
    Value value(Function<String, NavigableMap<Instant, Double>> series);

    static Expression parse(String text) {
        return new ExpressionParser(text).parse();
    }

    /** A number. */
    record Constant(double number) implements Expression {

        @Override
        public Set<String> names() {
            return Set.of();
        }

        @Override
        public Value value(Function<String, NavigableMap<Instant, Double>> series) {
            return new Value.Everywhere(number);
        }
    }

    /** Another query. */
    record Name(String id) implements Expression {

        @Override
        public Set<String> names() {
            return Set.of(id);
        }

        @Override
        public Value value(Function<String, NavigableMap<Instant, Double>> series) {
            return new Value.Series(series.apply(id));
        }
    }

    /** Two values and what is done with them. */
    record Binary(char operator, Expression left, Expression right) implements Expression {

        @Override
        public Set<String> names() {
            Set<String> names = new HashSet<>(left.names());
            names.addAll(right.names());
            return names;
        }

        @Override
        public Value value(Function<String, NavigableMap<Instant, Double>> series) {
            return combined(left.value(series), right.value(series));
        }

        private Value combined(Value a, Value b) {
            if (a instanceof Value.Everywhere(double x) && b instanceof Value.Everywhere(double y)) {
                return new Value.Everywhere(operation().applyAsDouble(x, y));
            }
            NavigableMap<Instant, Double> points = new TreeMap<>();
            for (Instant at : moments(a, b)) {
                at(a, at).flatMap(x -> at(b, at).map(y -> operation().applyAsDouble(x, y)))
                        .filter(Double::isFinite)
                        .ifPresent(value -> points.put(at, value));
            }
            return new Value.Series(points);
        }

        private DoubleBinaryOperator operation() {
            return switch (operator) {
                case '+' -> Double::sum;
                case '-' -> (x, y) -> x - y;
                case '*' -> (x, y) -> x * y;
                default -> (x, y) -> x / y;
            };
        }

        private static Set<Instant> moments(Value... values) {
            Set<Instant> moments = new TreeSet<>();
            for (Value value : values) {
                if (value instanceof Value.Series(Map<Instant, Double> points)) {
                    moments.addAll(points.keySet());
                }
            }
            return moments;
        }

        private static Optional<Double> at(Value value, Instant moment) {
            return switch (value) {
                case Value.Everywhere(double number) -> Optional.of(number);
                case Value.Series(Map<Instant, Double> points) -> Optional.ofNullable(points.get(moment));
            };
        }
    }
}
