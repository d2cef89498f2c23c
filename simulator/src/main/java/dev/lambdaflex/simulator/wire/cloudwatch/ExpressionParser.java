package dev.lambdaflex.simulator.wire.cloudwatch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.lambdaflex.simulator.wire.protocol.Refusal;

/**
 * Reads an expression by descent.
 *
 * <pre>
 *   sum     = product {(+|-) product}
 *   product = factor {(*|/) factor}
 *   factor  = number | id | -factor | (sum)
 * </pre>
 */
final class ExpressionParser {

    private static final Pattern TOKEN = Pattern
            .compile("\\s*(\\d+(\\.\\d+)?|[a-z][a-zA-Z0-9_]*+(?!\\s*\\()|[-+*/()])\\s*");
    /** Deeper than any sum of 500 metrics needs, and no danger for the stack. */
    private static final int DEEPEST = 100;

    private final String text;
    private final Matcher tokens;
    private String token = "";
    private int depth;

    ExpressionParser(String text) {
        this.text = text;
        this.tokens = TOKEN.matcher(text);
        next();
    }

    Expression parse() {
        Expression expression = sum();
        if (!token.isEmpty() || expression.names().isEmpty()) {
            throw notPlayed();
        }
        return expression;
    }

    private Expression sum() {
        if (++depth > DEEPEST) {
            throw notPlayed();
        }
        Expression left = product();
        while (token.equals("+") || token.equals("-")) {
            char operator = take().charAt(0);
            left = new Expression.Binary(operator, left, product());
        }
        depth--;
        return left;
    }

    private Expression product() {
        Expression left = factor();
        while (token.equals("*") || token.equals("/")) {
            char operator = take().charAt(0);
            left = new Expression.Binary(operator, left, factor());
        }
        return left;
    }

    private Expression factor() {
        String taken = take();
        if (taken.equals("(")) {
            Expression inner = sum();
            if (!take().equals(")")) {
                throw notPlayed();
            }
            return inner;
        }
        if (taken.equals("-") && ++depth <= DEEPEST) {
            Expression negated = new Expression.Binary('-', new Expression.Constant(0), factor());
            depth--;
            return negated;
        }
        if (taken.isEmpty() || !Character.isLetterOrDigit(taken.charAt(0))) {
            throw notPlayed();
        }
        return Character.isDigit(taken.charAt(0))
                ? new Expression.Constant(Double.parseDouble(taken))
                : new Expression.Name(taken);
    }

    private String take() {
        String taken = token;
        next();
        return taken;
    }

    private void next() {
        int end = tokens.regionStart();
        if (end == text.length()) {
            token = "";
            return;
        }
        if (!tokens.lookingAt()) {
            throw notPlayed();
        }
        token = tokens.group(1);
        tokens.region(tokens.end(), text.length());
    }

    private Refusal notPlayed() {
        return Refusal.notPlayed("cloudwatch",
                "the expression '%s' (expected: ids of queries and numbers with + - * / and parentheses)"
                        .formatted(text));
    }
}
