package dev.lambdaflex.simulator.ports;

import java.util.function.BooleanSupplier;

import dev.lambdaflex.provisioner.contract.ZoneBench;
import dev.lambdaflex.provisioner.contract.ZoneContract;
import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.migration.ChangeStatus;
import dev.lambdaflex.provisioner.reconcile.Writer;
import dev.lambdaflex.provisioner.reconcile.Zone;
import dev.lambdaflex.simulator.model.app.Gateway;
import dev.lambdaflex.simulator.model.testing.TestCloud;
import dev.lambdaflex.simulator.model.zone.AliasTarget;
import dev.lambdaflex.simulator.model.zone.Change;
import dev.lambdaflex.simulator.model.zone.ChangeBatch;
import dev.lambdaflex.simulator.model.zone.ListRequest;
import dev.lambdaflex.simulator.model.zone.RecordType;
import dev.lambdaflex.simulator.model.zone.ResourceRecordSet;
import dev.lambdaflex.weights.split.RecordSet.Weighted;
import dev.lambdaflex.weights.split.Tier;

/** The model's zone, through its port. */
class ModelZoneContractTest extends ZoneContract {

    @Override
    protected ZoneBench open() {
        return new Bench(new TestCloud(7, cloud -> cloud.app(TestCloud.quickShop()).withoutRecords()).withFargate(2));
    }

    private record Bench(TestCloud world, Zone zone) implements ZoneBench {

        Bench(TestCloud world) {
            this(world, patient(world));
        }

        /** Route 53 takes a change a few seconds after the one before; ports without a wire do not wait for that by themselves. */
        private static Zone patient(TestCloud world) {
            Zone zone = new ModelZone(world.cloud(), world.shop());
            return new Zone() {
                @Override
                public View look() {
                    return zone.look();
                }

                @Override
                public String change(RecordSet expected, RecordSet wanted, Writer writer, String comment) {
                    world.passSeconds(5);
                    return zone.change(expected, wanted, writer, comment);
                }

                @Override
                public ChangeStatus status(String changeId) {
                    return zone.status(changeId);
                }
            };
        }

        @Override
        public Zone rival() {
            return patient(world);
        }

        @Override
        public String lambdaTarget() {
            return world.shop().gateway().dnsName();
        }

        @Override
        public String fargateTarget() {
            return world.shop().fargate().orElseThrow().balancer().dnsName();
        }

        @Override
        public void until(BooleanSupplier so) {
            world.passUntil(so);
        }

        @Override
        public void addSimpleRecord() {
            change(Change.create(ResourceRecordSet.simple(name(), RecordType.A, 60, "192.0.2.1")));
        }

        @Override
        public void addWeightedRecord(String setIdentifier) {
            change(Change.create(alias(setIdentifier, 10)));
        }

        @Override
        public void editLambdaWeight(int weight) {
            Weighted present = zone.read().lambda().orElseThrow();
            change(Change.delete(alias(Tier.LAMBDA.label(), present.weight())),
                    Change.create(alias(Tier.LAMBDA.label(), weight)));
        }

        @Override
        public int records() {
            return Math.toIntExact(world.cloud()
                    .route53()
                    .listResourceRecordSets(world.cloud().zone().id(), ListRequest.from(name()))
                    .orThrow(Refusals::exception)
                    .records()
                    .stream()
                    .filter(record -> record.name().equals(name()))
                    .count());
        }

        private String name() {
            return world.shop().recordName();
        }

        private ResourceRecordSet alias(String setIdentifier, int weight) {
            return ResourceRecordSet.weightedAlias(name(), RecordType.A, setIdentifier, weight,
                    new AliasTarget(Gateway.HOSTED_ZONE_ID, lambdaTarget(), true));
        }

        private void change(Change... changes) {
            world.passSeconds(1);
            world.cloud()
                    .route53()
                    .changeResourceRecordSets(world.cloud().zone().id(),
                            new ChangeBatch(java.util.List.of(changes), "by hand"))
                    .orThrow(Refusals::exception);
            world.passSeconds(1);
        }
    }
}
