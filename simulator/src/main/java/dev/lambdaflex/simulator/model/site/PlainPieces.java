package dev.lambdaflex.simulator.model.site;

import java.util.Map;

import dev.lambdaflex.simulator.model.app.BuildTimes;
import dev.lambdaflex.simulator.model.site.Piece.Times;
import dev.lambdaflex.simulator.model.stack.StackResource.Made;
import dev.lambdaflex.simulator.template.Value.Text;

/** What is merely there: cluster, task definition, role, log. */
final class PlainPieces {

    private final Names names;
    private final BuildTimes times;
    private final Arns arns;

    PlainPieces(Names names, BuildTimes times, Arns arns) {
        this.names = names;
        this.times = times;
        this.arns = arns;
    }

    Piece cluster(String logicalId) {
        return Piece.of(small(), properties -> {
            String name = properties.text("ClusterName").orElseGet(() -> names.generated(logicalId, 255));
            return new Made(name, Map.of("Arn", new Text(arns.ecs("cluster/" + name))));
        });
    }

    Piece taskDefinition(String logicalId) {
        return Piece.of(small(), properties -> {
            String family = properties.text("Family").orElseGet(() -> names.generated(logicalId, 255));
            String arn = arns.ecs("task-definition/%s:1".formatted(family));
            return new Made(arn, Map.of("TaskDefinitionArn", new Text(arn)));
        });
    }

    Piece role(String logicalId) {
        return Piece.of(small(), properties -> {
            String name = properties.text("RoleName").orElseGet(() -> names.generated(logicalId, 64));
            String arn = arns.role(properties.text("Path").orElse("/"), name);
            return new Made(name, Map.of("Arn", new Text(arn), "RoleId", new Text("AROA" + names.hex(logicalId))));
        });
    }

    Piece logGroup(String logicalId) {
        return Piece.of(small(), properties -> {
            String name = properties.text("LogGroupName").orElseGet(() -> names.generated(logicalId, 512));
            return new Made(name, Map.of("Arn", new Text(arns.logGroup(name))));
        });
    }

    private Times small() {
        return new Times(times.small(), times.small());
    }
}
