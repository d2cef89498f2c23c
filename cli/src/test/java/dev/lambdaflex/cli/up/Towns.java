package dev.lambdaflex.cli.up;

import java.nio.file.Path;

import dev.lambdaflex.cli.config.LambdaFlexConfig;

/** Towns for tests: on ports that the system chooses. */
final class Towns {

    private Towns() {}

    static UpOptions options(Path config, Path folder, double speed, long seed) {
        return new UpOptions(LambdaFlexConfig.read(config).apps().getFirst(), config, 0, 0, 0, 0, folder, speed, seed);
    }
}
