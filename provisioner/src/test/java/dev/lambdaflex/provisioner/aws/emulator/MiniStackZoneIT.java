package dev.lambdaflex.provisioner.aws.emulator;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.lambdaflex.provisioner.aws.testing.Emulator;
import dev.lambdaflex.provisioner.aws.testing.KnownGaps;
import dev.lambdaflex.provisioner.aws.testing.Route53Bench;
import dev.lambdaflex.provisioner.contract.ZoneBench;
import dev.lambdaflex.provisioner.contract.ZoneContract;

/** Our zone over MiniStack. */
@ExtendWith(KnownGaps.class)
@KnownGaps.On(Emulator.Kind.MINISTACK)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MiniStackZoneIT extends ZoneContract {

    private final Emulator emulator = Emulator.start(Emulator.Kind.MINISTACK);

    @AfterAll
    void endEmulator() {
        emulator.close();
    }

    @Override
    protected ZoneBench open() {
        return Route53Bench.inNewZone(emulator.uri());
    }
}
