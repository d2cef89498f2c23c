package dev.lambdaflex.provisioner.api;

/** Text from outside as it may stand in a log: one line, nothing that steers a terminal or turns the reading direction. */
final class SafeText {

    private static final int LONGEST = 200;

    private SafeText() {}

    static String of(String text) {
        StringBuilder safe = new StringBuilder();
        for (int c : text.codePoints().limit(LONGEST).toArray()) {
            boolean plain = !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT
                    && Character.getType(c) != Character.LINE_SEPARATOR
                    && Character.getType(c) != Character.PARAGRAPH_SEPARATOR
                    && Character.getType(c) != Character.SURROGATE;
            if (plain) {
                safe.appendCodePoint(c);
            } else {
                safe.append("\\u%04x".formatted(c));
            }
        }
        return text.codePointCount(0, text.length()) > LONGEST ? safe.append('…').toString() : safe.toString();
    }
}
