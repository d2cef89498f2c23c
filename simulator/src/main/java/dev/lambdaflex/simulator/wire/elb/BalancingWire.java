package dev.lambdaflex.simulator.wire.elb;

import java.util.function.Function;

import dev.lambdaflex.simulator.model.Cloud;
import dev.lambdaflex.simulator.model.api.Service;
import dev.lambdaflex.simulator.wire.WireRequest;
import dev.lambdaflex.simulator.wire.WireResponse;
import dev.lambdaflex.simulator.wire.WireService;
import dev.lambdaflex.simulator.wire.protocol.Operations;
import dev.lambdaflex.simulator.wire.protocol.Refusal;

/** ELBv2, version 2015-12-01, in the Query protocol. What it tells of is made and removed by stacks alone. */
public final class BalancingWire implements WireService {

    static final String NAMESPACE = "http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/";
    private static final String SERVICE = "elasticloadbalancing";

    private final Cloud cloud;
    private final Operations operations = new Operations(SERVICE);

    public BalancingWire(Cloud cloud) {
        this.cloud = cloud;
        Inventory inventory = new Inventory(cloud);
        BalancerReads balancers = new BalancerReads(inventory);
        GroupReads groups = new GroupReads(inventory);
        ListenerReads listeners = new ListenerReads(inventory);
        on("DescribeLoadBalancers", balancers::describe);
        on("DescribeLoadBalancerAttributes", balancers::attributes);
        on("DescribeTags", new TagReads(inventory)::describe);
        on("DescribeTargetGroups", groups::describe);
        on("DescribeTargetGroupAttributes", groups::attributes);
        on("DescribeTargetHealth", new HealthReads(inventory)::describe);
        on("DescribeListeners", listeners::describe);
        on("DescribeRules", listeners::rules);
    }

    @Override
    public String signingName() {
        return SERVICE;
    }

    @Override
    public WireResponse answer(WireRequest request) {
        return operations.answer(request);
    }

    /** Every answer is one look at the model, and none while the service's door is shut. */
    private void on(String operation, Function<WireRequest, WireResponse> answer) {
        operations.on(operation, request -> Refusal.behind(cloud.doors(), Service.ELB, () -> answer.apply(request)));
    }
}
