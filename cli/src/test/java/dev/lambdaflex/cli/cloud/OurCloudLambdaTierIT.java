package dev.lambdaflex.cli.cloud;

import dev.lambdaflex.provisioner.contract.LambdaTierBench;
import dev.lambdaflex.provisioner.contract.LambdaTierContract;
import dev.lambdaflex.provisioner.reconcile.LambdaTier;

/** Our Lambda tier over our cloud. */
class OurCloudLambdaTierIT extends LambdaTierContract {

    @Override
    protected LambdaTierBench open() {
        OurCloud cloud = new OurCloud();
        LambdaTier tier = cloud.ports().lambda();
        return new LambdaTierBench() {
            @Override
            public LambdaTier tier() {
                return tier;
            }

            @Override
            public String target() {
                return cloud.model().app(OurCloud.APP).gateway().dnsName();
            }

            @Override
            public void reserve(int environments) {
                cloud.clients()
                        .lambda()
                        .putFunctionConcurrency(
                                request -> request.functionName(OurCloud.APP)
                                        .reservedConcurrentExecutions(environments));
            }

            @Override
            public void close() {
                cloud.close();
            }
        };
    }
}
