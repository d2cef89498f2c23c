package dev.lambdaflex.simulator.wire.cloudformation;

import dev.lambdaflex.simulator.model.stack.Stacks;
import dev.lambdaflex.simulator.wire.WireRequest;
import dev.lambdaflex.simulator.wire.WireResponse;
import dev.lambdaflex.simulator.wire.protocol.Answers;
import dev.lambdaflex.simulator.wire.protocol.Form;
import dev.lambdaflex.simulator.wire.protocol.Refusal;

/** The operations that change stacks. */
record StackWrites(Stacks stacks) {

    WireResponse create(WireRequest request) {
        String id = Refusal.given(stacks.create(Requests.create(Form.of(request))));
        return stackId(request, "CreateStack", id);
    }

    WireResponse update(WireRequest request) {
        Form form = Form.of(request);
        String id = Refusal.given(stacks.update(form.required("StackName"), Requests.update(form)));
        return stackId(request, "UpdateStack", id);
    }

    WireResponse delete(WireRequest request) {
        Form form = Form.of(request);
        Requests.refuse(form, "RetainResources");
        if (!form.get("DeletionMode").orElse("STANDARD").equals("STANDARD")) {
            throw Requests
                    .invalid("the cloud does not play the parameter DeletionMode: what holds a stack has to go first");
        }
        Refusal.given(stacks.delete(form.required("StackName"), form.get("ClientRequestToken").orElse("")));
        return Answers.query(request, "DeleteStack", CloudFormationWire.NAMESPACE, _ -> {});
    }

    WireResponse protect(WireRequest request) {
        Form form = Form.of(request);
        boolean whether = Boolean.parseBoolean(form.required("EnableTerminationProtection"));
        String id = Refusal.given(stacks.protect(form.required("StackName"), whether));
        return stackId(request, "UpdateTerminationProtection", id);
    }

    private static WireResponse stackId(WireRequest request, String action, String id) {
        return Answers.query(request, action, CloudFormationWire.NAMESPACE, xml -> xml.text("StackId", id));
    }
}
