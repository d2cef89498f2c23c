package dev.lambdaflex.simulator.ports;

import dev.lambdaflex.provisioner.reconcile.LambdaTier;
import dev.lambdaflex.simulator.model.Cloud;
import dev.lambdaflex.simulator.model.api.Reply;
import dev.lambdaflex.simulator.model.api.Service;
import dev.lambdaflex.simulator.model.app.App;
import dev.lambdaflex.simulator.model.lambda.LambdaAccount;
import dev.lambdaflex.weights.migration.Concurrency;
import dev.lambdaflex.weights.migration.LambdaView;

/** The Lambda tier of one app. Lately throttled means: within one period of the metrics. */
public final class ModelLambdaTier implements LambdaTier {

    private final Cloud cloud;
    private final App app;

    public ModelLambdaTier(Cloud cloud, App app) {
        this.cloud = cloud;
        this.app = app;
    }

    @Override
    public LambdaView observe() {
        return cloud.doors().pass(Service.LAMBDA, () -> Reply.given(view())).orThrow(Refusals::exception);
    }

    @Override
    public void reserve(int environments) {
        cloud.doors()
                .pass(Service.LAMBDA, () -> account().reserve(app.function(), environments))
                .orThrow(Refusals::exception);
    }

    private LambdaView view() {
        return new LambdaView(app.gateway().dnsName(),
                new Concurrency(app.function().reserved(), account().unreserved()),
                app.function().throttledWithin(cloud.metrics().period()));
    }

    private LambdaAccount account() {
        return new LambdaAccount(cloud.timeline(), cloud.apps().stream().map(App::function).toList());
    }
}
