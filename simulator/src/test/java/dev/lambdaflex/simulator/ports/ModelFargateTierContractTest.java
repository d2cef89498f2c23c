package dev.lambdaflex.simulator.ports;

import java.util.function.BooleanSupplier;

import dev.lambdaflex.provisioner.contract.FargateBench;
import dev.lambdaflex.provisioner.contract.FargateTierContract;
import dev.lambdaflex.provisioner.reconcile.FargateTier;
import dev.lambdaflex.simulator.model.testing.TestCloud;

/** The model's Fargate tier, through its port. */
class ModelFargateTierContractTest extends FargateTierContract {

    @Override
    protected FargateBench open() {
        TestCloud world = new TestCloud(7);
        FargateTier tier = new ModelFargateTier(world.cloud(), world.shop());
        return new FargateBench() {
            @Override
            public FargateTier tier() {
                return tier;
            }

            @Override
            public void until(BooleanSupplier so) {
                world.passUntil(so);
            }
        };
    }
}
