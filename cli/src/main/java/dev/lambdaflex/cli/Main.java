package dev.lambdaflex.cli;

import dev.lambdaflex.cli.console.Style;
import picocli.CommandLine.Help.Ansi;

/** Runs one command line and ends the process with its exit code. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        Ansi ansi = Style.ofStandardOutput().colour() ? Ansi.ON : Ansi.OFF;
        // Vert.x and child processes may have left threads: the command is over when it says so.
        System.exit(LauncherLine.create(ansi).execute(args));
    }
}
