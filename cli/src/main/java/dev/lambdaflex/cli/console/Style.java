package dev.lambdaflex.cli.console;

import java.nio.charset.Charset;
import java.util.Map;

/**
 * What the receiving end can show.
 *
 * @param colour   whether escape sequences are understood
 * @param unicode  whether more than ASCII can be shown
 * @param terminal whether a person watches, so that a line may be drawn over
 */
public record Style(boolean colour, boolean unicode, boolean terminal) {

    /** For pipes, files and tests. */
    public static final Style PLAIN = new Style(false, true, false);

    /** What standard output is. */
    public static Style ofStandardOutput() {
        return of(System.getenv(), isTerminal(), System.out.charset());
    }

    static Style of(Map<String, String> environment, boolean terminal, Charset charset) {
        boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || "dumb".equals(environment.get("TERM"));
        boolean forced = !environment.getOrDefault("CLICOLOR_FORCE", "0").equals("0");
        return new Style(!refused && (terminal || forced), charset.newEncoder().canEncode('█'), terminal);
    }

    public String bold(String text) {
        return painted("1", text);
    }

    public String dim(String text) {
        return painted("2", text);
    }

    public String red(String text) {
        return painted("31", text);
    }

    public String green(String text) {
        return painted("32", text);
    }

    public String yellow(String text) {
        return painted("33", text);
    }

    public String cyan(String text) {
        return painted("36", text);
    }

    /** {@code rich} where it can be shown, else {@code ascii}. */
    public String glyph(String rich, String ascii) {
        return unicode ? rich : ascii;
    }

    /** A bar of {@code width} cells, filled by {@code share}, 0 to 1; a share above 0 shows at least one cell. */
    public String bar(double share, int width) {
        int cells = (int) Math.round(share * width);
        int filled = share > 0 && share < 1 ? Math.clamp(cells, 1, width - 1) : cells;
        return cyan(glyph("█", "#").repeat(filled)) + dim(glyph("░", ".").repeat(width - filled));
    }

    private String painted(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    // The launcher looks with `test -t 1`: Java's own console wants both ends to be terminals and takes 50 ms to look.
    private static boolean isTerminal() {
        return "yes".equals(System.getProperty("lambdaflex.terminal"));
    }
}
