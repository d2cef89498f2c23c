package dev.lambdaflex.cli;

import java.util.Objects;

import dev.lambdaflex.cli.cloud.CloudCommand;
import dev.lambdaflex.cli.config.ConfigCommand;
import dev.lambdaflex.cli.console.GlobalOptions;
import dev.lambdaflex.cli.load.LoadCommand;
import dev.lambdaflex.cli.serve.EdgeCommand;
import dev.lambdaflex.cli.serve.ProvisionerCommand;
import dev.lambdaflex.cli.simulate.SimulateCommand;
import dev.lambdaflex.cli.up.UpCommand;
import dev.lambdaflex.cli.verbs.EventsCommand;
import dev.lambdaflex.cli.verbs.MigrateCommand;
import dev.lambdaflex.cli.verbs.StatusCommand;
import dev.lambdaflex.cli.verbs.VerbCommand;
import dev.lambdaflex.cli.verbs.WeightsCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code lambdaflex}: all commands. */
@Command(name = "lambdaflex", scope = ScopeType.INHERIT, mixinStandardHelpOptions = true, versionProvider = VersionText.class, sortOptions = false, synopsisSubcommandLabel = "COMMAND", optionListHeading = "%nOptions:%n", parameterListHeading = "%nArguments:%n", commandListHeading = "%nCommands:%n", descriptionHeading = "%n", footerHeading = "%nExamples:%n", description = "One image from zero to any scale and back to zero: Lambda while traffic is low, Fargate when it grows.", footer = {
        "  lambdaflex up", "  lambdaflex status"}, subcommands = {
                UpCommand.class,
                CloudCommand.class,
                ProvisionerCommand.class,
                EdgeCommand.class,
                LoadCommand.class,
                SimulateCommand.class,
                StatusCommand.class,
                EventsCommand.class,
                MigrateCommand.class,
                WeightsCommand.class,
                VerbCommand.Pause.class,
                VerbCommand.Resume.class,
                VerbCommand.Promote.class,
                VerbCommand.StepBack.class,
                VerbCommand.Abort.class,
                VerbCommand.Retry.class,
                ConfigCommand.class,
                CompletionCommand.class})
final class RootCommand implements Runnable {

    // Picocli fills it; commands find it by its name.
    @SuppressWarnings("unused")
    @Mixin(name = GlobalOptions.MIXIN)
    private final GlobalOptions global = new GlobalOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        CommandSpec command = Objects.requireNonNull(spec);
        command.commandLine().usage(command.commandLine().getOut());
    }
}
