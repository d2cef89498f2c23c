package dev.lambdaflex.simulator.ports;

import dev.lambdaflex.provisioner.reconcile.CloudPorts;
import dev.lambdaflex.provisioner.reconcile.Probes;
import dev.lambdaflex.simulator.model.Cloud;
import dev.lambdaflex.simulator.model.app.App;

/** All ports of one app. */
public final class ModelPorts {

    private ModelPorts() {}

    /** The ports of virtual time. */
    public static CloudPorts of(Cloud cloud, String app) {
        return of(cloud, app, new ModelProbes(cloud.app(app)));
    }

    /** The ports with other probes, such as real HTTP requests. */
    public static CloudPorts of(Cloud cloud, String name, Probes probes) {
        App app = cloud.app(name);
        return new CloudPorts(new ModelZone(cloud, app), new ModelFargateTier(cloud, app),
                new ModelLambdaTier(cloud, app),
                new ModelTelemetry(cloud, app), probes);
    }
}
