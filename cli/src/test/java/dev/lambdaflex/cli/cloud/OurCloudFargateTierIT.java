package dev.lambdaflex.cli.cloud;

import java.util.function.BooleanSupplier;

import dev.lambdaflex.provisioner.contract.FargateBench;
import dev.lambdaflex.provisioner.contract.FargateTierContract;
import dev.lambdaflex.provisioner.reconcile.FargateTier;

/** Our Fargate tier over our cloud, from the template that AWS gets. */
class OurCloudFargateTierIT extends FargateTierContract {

    @Override
    protected FargateBench open() {
        OurCloud cloud = new OurCloud();
        FargateTier tier = cloud.ports().fargate();
        return new FargateBench() {
            @Override
            public FargateTier tier() {
                return tier;
            }

            @Override
            public void until(BooleanSupplier so) {
                OurCloud.until(so);
            }

            @Override
            public void close() {
                cloud.close();
            }
        };
    }
}
