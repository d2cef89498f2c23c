package dev.lambdaflex.cli.console;

/** Text of others made fit for a terminal: what could move the cursor or turn the writing round is taken out. */
public final class Printable {

    private Printable() {}

    public static String text(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> safe.appendCodePoint(isSafe(c) ? c : c == '\n' || c == '\t' ? ' ' : '?'));
        return safe.toString();
    }

    private static boolean isSafe(int c) {
        boolean turnsRound = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
        return !Character.isISOControl(c) && !turnsRound && c != 0x2028 && c != 0x2029;
    }
}
