package dev.lambdaflex.simulator.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.lambdaflex.simulator.wire.testing.Venv;

/** AWS's own linter of a pinned version reads the template, hints included. */
class CfnLintIT {

    private static final Path REQUIREMENTS = Path.of("src", "test", "python", "cfn-lint.txt");

    @Test
    void theLinterHasNothingToSayOfTheTemplate() throws IOException, InterruptedException {
        Venv venv = Venv.with(Path.of("target", "cfn-lint"), REQUIREMENTS);
        Venv.Run run = venv.run(Path.of("..", "infra"), Map.of(), "-c", "from cfnlint.runner import main; main()",
                "--include-checks", "I", "--",
                "fargate-tier.yaml");
        assertThat(run.output()).isBlank();
        assertThat(run.code()).isZero();
    }
}
