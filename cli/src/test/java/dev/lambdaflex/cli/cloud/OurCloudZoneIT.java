package dev.lambdaflex.cli.cloud;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

import dev.lambdaflex.provisioner.aws.testing.Route53Bench;
import dev.lambdaflex.provisioner.contract.ZoneBench;
import dev.lambdaflex.provisioner.contract.ZoneContract;
import dev.lambdaflex.simulator.model.app.Gateway;

/** Our zone over our cloud. Both records lead to the gateway: Route 53 refuses an alias to what is not there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OurCloudZoneIT extends ZoneContract {

    private final OurCloud cloud = new OurCloud();

    @AfterAll
    void closeCloud() {
        cloud.close();
    }

    @Override
    protected ZoneBench open() {
        String gateway = cloud.model().app(OurCloud.APP).gateway().dnsName();
        return new Route53Bench(cloud.settings(), cloud.model().zone().id(), cloud.model().zone().name(),
                new Route53Bench.Targets(gateway, Gateway.HOSTED_ZONE_ID, gateway, Gateway.HOSTED_ZONE_ID));
    }
}
