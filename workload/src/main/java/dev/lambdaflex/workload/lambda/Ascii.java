package dev.lambdaflex.workload.lambda;

/** Letters and digits as HTTP's grammars mean them: ASCII alone, whatever Unicode calls a letter. */
final class Ascii {

    private Ascii() {}

    static boolean isAlphanumeric(int c) {
        return isBetween(c, 'a', 'z') || isBetween(c, 'A', 'Z') || isBetween(c, '0', '9');
    }

    private static boolean isBetween(int c, char first, char last) {
        return c >= first && c <= last;
    }
}
