package dev.lambdaflex.cli;

import dev.lambdaflex.cli.console.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

/** The command line with everything that all commands share. */
final class LauncherLine {

    private LauncherLine() {}

    static CommandLine create(Ansi ansi) {
        CommandLine line = new CommandLine(new RootCommand());
        line.setColorScheme(Help.defaultColorScheme(ansi));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setAbbreviatedOptionsAllowed(false);
        line.setUsageHelpLongOptionsMaxWidth(28);
        line.setUsageHelpWidth(100);
        line.setParameterExceptionHandler(Failures::wrongUsage);
        line.setExecutionExceptionHandler(Failures::failed);
        documentExitCodes(line);
        return line;
    }

    private static void documentExitCodes(CommandLine line) {
        line.getCommandSpec().usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(ExitCode.help());
        line.getSubcommands().values().forEach(LauncherLine::documentExitCodes);
    }
}
