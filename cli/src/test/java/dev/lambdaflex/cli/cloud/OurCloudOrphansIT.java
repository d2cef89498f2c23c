package dev.lambdaflex.cli.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import dev.lambdaflex.provisioner.aws.tier.Orphans;
import dev.lambdaflex.provisioner.aws.tier.Orphans.Orphan;
import dev.lambdaflex.provisioner.reconcile.CloudPorts;
import dev.lambdaflex.weights.migration.FargateView;

/** What a stack leaves behind is found by the app's tag. */
class OurCloudOrphansIT {

    @Test
    void theTierIsFoundWhileItStandsAndNothingOnceItIsRemoved() {
        try (OurCloud cloud = new OurCloud()) {
            CloudPorts ports = cloud.ports();
            Orphans orphans = new Orphans(cloud.clients(), OurCloud.APP);
            assertThat(orphans.find()).isEmpty();

            ports.fargate().build("run1-build", 1);
            OurCloud.until(() -> ports.fargate().observe().status() == FargateView.Status.READY);
            assertThat(orphans.find()).extracting(Orphan::type).contains("vpc", "subnet", "load-balancer");
            assertThat(new Orphans(cloud.clients(), "other").find()).isEmpty();

            ports.fargate().remove("run1-remove-1");
            OurCloud.until(() -> ports.fargate().observe().equals(FargateView.NOTHING));
            assertThat(orphans.find()).isEmpty();
        }
    }
}
