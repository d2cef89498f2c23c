package dev.lambdaflex.cli.cloud;

import java.util.List;

import dev.lambdaflex.provisioner.reconcile.OwnerNote;
import dev.lambdaflex.simulator.backstage.Scene;
import dev.lambdaflex.simulator.backstage.Stage;
import dev.lambdaflex.simulator.local.LocalCloud;
import dev.lambdaflex.simulator.model.Cloud;
import dev.lambdaflex.simulator.model.Fault;
import dev.lambdaflex.simulator.model.app.App;
import dev.lambdaflex.simulator.model.stack.StackStatus;
import dev.lambdaflex.simulator.model.zone.RecordType;
import dev.lambdaflex.simulator.model.zone.ResourceRecordSet;
import dev.lambdaflex.simulator.wire.server.Calls;
import dev.lambdaflex.weights.split.Tier;

/** What goes on behind the stage of one cloud with one app. */
final class CloudStage implements Stage {

    private final LocalCloud cloud;
    private final Calls calls;
    private final App app;

    CloudStage(LocalCloud cloud, Calls calls, String app) {
        this.cloud = cloud;
        this.calls = calls;
        this.app = cloud.model().app(app);
    }

    @Override
    public Scene look() {
        Cloud model = cloud.model();
        return new Scene(model.truth(app.name()), removing(model), term(model), cloud.workloadProcesses(),
                calls.byService(), calls.busiest());
    }

    @Override
    public void sick(Tier tier, boolean whether) {
        cloud.sick(tier, whether);
    }

    @Override
    public void fault(Fault fault, boolean whether) {
        cloud.fault(fault, whether);
    }

    private boolean removing(Cloud model) {
        return model.stacks()
                .alive()
                .stream()
                .anyMatch(stack -> stack.name().equals(app.stackName())
                        && stack.status() == StackStatus.DELETE_IN_PROGRESS);
    }

    private long term(Cloud model) {
        List<ResourceRecordSet> note = model.zone().group(OwnerNote.LABEL + app.recordName(), RecordType.TXT);
        return note.isEmpty() ? 0 : OwnerNote.of(note.getFirst().values().getFirst()).writer().term();
    }
}
