package dev.lambdaflex.simulator.load;

/** Cuts what others said to what fits a line of a report. */
final class Brief {

    private static final int LENGTH = 120;

    private Brief() {}

    static String of(String text) {
        return text.length() <= LENGTH
                ? text
                : "%s… (%d characters)".formatted(text.substring(0, LENGTH), text.length());
    }
}
