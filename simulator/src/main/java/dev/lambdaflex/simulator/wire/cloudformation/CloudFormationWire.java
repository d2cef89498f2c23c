package dev.lambdaflex.simulator.wire.cloudformation;

import dev.lambdaflex.simulator.model.stack.Stacks;
import dev.lambdaflex.simulator.wire.Account;
import dev.lambdaflex.simulator.wire.Called;
import dev.lambdaflex.simulator.wire.WireRequest;
import dev.lambdaflex.simulator.wire.WireResponse;
import dev.lambdaflex.simulator.wire.WireService;
import dev.lambdaflex.simulator.wire.protocol.Form;
import dev.lambdaflex.simulator.wire.protocol.Operations;

/** CloudFormation, version 2010-05-15, in the Query protocol. */
public final class CloudFormationWire implements WireService {

    static final String NAMESPACE = "http://cloudformation.amazonaws.com/doc/2010-05-15/";
    private static final String SERVICE = "cloudformation";

    private final Account account;
    private final Operations operations;

    public CloudFormationWire(Stacks stacks, Account account) {
        this.account = account;
        StackWrites writes = new StackWrites(stacks);
        StackReads reads = new StackReads(stacks);
        ResourceReads resources = new ResourceReads(stacks);
        TemplateReads templates = new TemplateReads(stacks);
        this.operations = new Operations(SERVICE).on("CreateStack", writes::create)
                .on("UpdateStack", writes::update)
                .on("DeleteStack", writes::delete)
                .on("UpdateTerminationProtection", writes::protect)
                .on("DescribeStacks", reads::describe)
                .on("DescribeStackEvents", reads::events)
                .on("ListStacks", reads::list)
                .on("DescribeStackResource", resources::one)
                .on("DescribeStackResources", resources::describe)
                .on("ListStackResources", resources::list)
                .on("ValidateTemplate", templates::validate)
                .on("GetTemplate", templates::get)
                .on("GetTemplateSummary", templates::summary);
    }

    @Override
    public String signingName() {
        return SERVICE;
    }

    @Override
    public Called called(WireRequest request) {
        String operation = request.operation().orElse("unknown");
        return Form.of(request)
                .get("StackName")
                .map(name -> new Called(operation, arn(name)))
                .orElseGet(() -> Called.anything(operation));
    }

    @Override
    public WireResponse answer(WireRequest request) {
        return operations.answer(request);
    }

    /** Policies are written for names: the id behind the name is not known before the stack is. */
    private String arn(String nameOrId) {
        return nameOrId.startsWith("arn:") ? nameOrId : account.arn(SERVICE, "stack/%s/*".formatted(nameOrId));
    }
}
