package dev.lambdaflex.simulator.wire.cloudwatch;

import java.util.function.Function;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lambdaflex.simulator.model.Cloud;
import dev.lambdaflex.simulator.model.api.Doors;
import dev.lambdaflex.simulator.model.api.Reply;
import dev.lambdaflex.simulator.model.api.Service;
import dev.lambdaflex.simulator.wire.WireRequest;
import dev.lambdaflex.simulator.wire.WireResponse;
import dev.lambdaflex.simulator.wire.WireService;
import dev.lambdaflex.simulator.wire.protocol.Input;
import dev.lambdaflex.simulator.wire.protocol.Operations;
import dev.lambdaflex.simulator.wire.protocol.Refusal;
import dev.lambdaflex.simulator.wire.protocol.Trees;

import static dev.lambdaflex.simulator.wire.protocol.Refusal.given;

/** CloudWatch: forms, {@code X-Amz-Target: GraniteServiceVersion20100801.*}, and CBOR by path. */
public final class CloudWatchWire implements WireService {

    private final Doors doors;
    private final Operations operations = new Operations("cloudwatch");

    public CloudWatchWire(Cloud cloud) {
        this.doors = cloud.doors();
        Units units = new Units(cloud.metrics());
        Metrics metrics = new Metrics(cloud.metrics(), cloud.timeline(), units);
        MetricStatistics statistics = new MetricStatistics(metrics);
        MetricData data = new MetricData(metrics);
        MetricList list = new MetricList(metrics);
        Publication publication = new Publication(cloud.metrics(), cloud.timeline());
        on("GetMetricData", data::answer);
        on("GetMetricStatistics", statistics::answer);
        on("ListMetrics", list::answer);
        on("DescribeAlarms", _ -> noAlarms());
        operations.on("PutMetricData", request -> {
            Input input = Speech.input(request);
            passed(() -> {
                publication.publish(input);
                return input;
            });
            return Speech.done(request, "PutMetricData");
        });
    }

    @Override
    public String signingName() {
        return Speech.SERVICE;
    }

    @Override
    public WireResponse answer(WireRequest request) {
        try {
            return operations.answer(request);
        } catch (Refusal refusal) {
            return Speech.refusal(request, refusal.error());
        }
    }

    private void on(String operation, Function<Input, ObjectNode> played) {
        operations.on(operation, request -> {
            Input input = Speech.input(request);
            return Speech.answer(request, operation, passed(() -> played.apply(input)));
        });
    }

    /** Counts the call, and lets it in; the work is done outside the model's lock, which metrics do not need. */
    private <T> T passed(Supplier<T> work) {
        given(doors.pass(Service.CLOUDWATCH, () -> Reply.given(true)));
        return work.get();
    }

    /** Nobody makes alarms here. */
    private static ObjectNode noAlarms() {
        ObjectNode answer = Trees.object();
        answer.putArray("CompositeAlarms");
        answer.putArray("MetricAlarms");
        return answer;
    }
}
