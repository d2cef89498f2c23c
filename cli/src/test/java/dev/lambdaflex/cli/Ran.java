package dev.lambdaflex.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** What became of one command line. */
record Ran(int code, String out, String err) {

    static Ran lambdaflex(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = LauncherLine.create(Ansi.OFF)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err));
        int code = line.execute(args);
        return new Ran(code, out.toString(), err.toString());
    }

    /** Against the API at {@code url}, apart from any state of this machine. */
    static Ran against(String url, String... args) {
        return lambdaflex(Stream.concat(Stream.of("--api", url, "--state-dir", "target/none"), Stream.of(args))
                .toArray(String[]::new));
    }
}
