package dev.lambdaflex.simulator.check;

import dev.lambdaflex.provisioner.reconcile.CloudPorts;
import dev.lambdaflex.provisioner.reconcile.FargateTier;
import dev.lambdaflex.provisioner.reconcile.Writer;
import dev.lambdaflex.provisioner.reconcile.Zone;
import dev.lambdaflex.weights.migration.ChangeStatus;
import dev.lambdaflex.weights.migration.FargateView;
import dev.lambdaflex.weights.split.RecordSet;

/** The ports of an app with a watch between them and the reconciler. */
public final class WatchedPorts {

    private WatchedPorts() {}

    public static CloudPorts of(CloudPorts ports, Watch watch) {
        return new CloudPorts(zone(ports.zone(), watch), fargate(ports.fargate(), watch), ports.lambda(),
                ports.telemetry(),
                ports.probes());
    }

    private static Zone zone(Zone zone, Watch watch) {
        return new Zone() {
            @Override
            public View look() {
                watch.looks();
                return zone.look();
            }

            @Override
            public String change(RecordSet expected, RecordSet wanted, Writer writer, String comment) {
                watch.changes(expected, wanted);
                String id = zone.change(expected, wanted, writer, comment);
                watch.changed(writer.term());
                return id;
            }

            @Override
            public ChangeStatus status(String changeId) {
                return zone.status(changeId);
            }
        };
    }

    private static FargateTier fargate(FargateTier fargate, Watch watch) {
        return new FargateTier() {
            @Override
            public FargateView observe() {
                return fargate.observe();
            }

            @Override
            public void build(String token, int tasks) {
                fargate.build(token, tasks);
            }

            @Override
            public void scale(int tasks) {
                fargate.scale(tasks);
            }

            @Override
            public void remove(String token) {
                watch.removes();
                fargate.remove(token);
            }
        };
    }
}
