package dev.lambdaflex.provisioner.aws.emulator;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.lambdaflex.provisioner.aws.testing.Benches;
import dev.lambdaflex.provisioner.aws.testing.EmulatedApp;
import dev.lambdaflex.provisioner.aws.testing.Emulator;
import dev.lambdaflex.provisioner.aws.testing.KnownGaps;
import dev.lambdaflex.provisioner.contract.FargateBench;
import dev.lambdaflex.provisioner.contract.FargateTierContract;

/** Our adapter over MiniStack. */
@ExtendWith(KnownGaps.class)
@KnownGaps.On(Emulator.Kind.MINISTACK)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MiniStackFargateTierIT extends FargateTierContract {

    private final Emulator emulator = Emulator.start(Emulator.Kind.MINISTACK);

    @AfterAll
    void endEmulator() {
        emulator.close();
    }

    @Override
    protected FargateBench open() {
        return Benches.fargate(EmulatedApp.on(emulator.uri()));
    }
}
