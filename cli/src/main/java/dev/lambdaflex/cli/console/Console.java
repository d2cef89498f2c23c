package dev.lambdaflex.cli.console;

import java.io.PrintWriter;
import java.util.List;

import picocli.CommandLine.Model.CommandSpec;

/** Where a command prints: results to {@code out}, all else to {@code err}. */
public final class Console {

    private final PrintWriter out;
    private final PrintWriter err;
    private final Style style;

    public Console(PrintWriter out, PrintWriter err, Style style) {
        this.out = out;
        this.err = err;
        this.style = style;
    }

    /** The console of {@code command}: standard output and error, unless a test took their place. */
    public static Console of(CommandSpec command) {
        boolean colour = command.commandLine().getColorScheme().ansi().enabled();
        Style actual = Style.ofStandardOutput();
        return new Console(command.commandLine().getOut(), command.commandLine().getErr(),
                new Style(colour, actual.unicode(), actual.terminal()));
    }

    public Style style() {
        return style;
    }

    /** A line of the result. */
    public void line(String text) {
        out.println(text);
        out.flush();
    }

    /** Text without an end of line, such as one that is drawn over. */
    public void redraw(String text) {
        out.print(text);
        out.flush();
    }

    public void lines(List<String> lines) {
        lines.forEach(out::println);
        out.flush();
    }

    /** Whether nobody reads the result any more, as after {@code | head}. */
    public boolean closed() {
        return out.checkError();
    }

    /** Something that is no result: progress, advice, trouble that the command survives. */
    public void note(String text) {
        err.println(text);
        err.flush();
    }
}
