package dev.lambdaflex.simulator.wire.cloudformation;

import java.util.List;

import dev.lambdaflex.simulator.model.stack.Capabilities;
import dev.lambdaflex.simulator.model.stack.Stacks;
import dev.lambdaflex.simulator.template.Parameter;
import dev.lambdaflex.simulator.template.Resource;
import dev.lambdaflex.simulator.template.Template;
import dev.lambdaflex.simulator.wire.WireRequest;
import dev.lambdaflex.simulator.wire.WireResponse;
import dev.lambdaflex.simulator.wire.protocol.Answers;
import dev.lambdaflex.simulator.wire.protocol.Form;
import dev.lambdaflex.simulator.wire.protocol.Refusal;
import dev.lambdaflex.simulator.wire.protocol.Xml;

/** The operations that look at templates. */
record TemplateReads(Stacks stacks) {

    WireResponse validate(WireRequest request) {
        Template template = Refusal.given(stacks.validate(Requests.template(Form.of(request))));
        return Answers.query(request, "ValidateTemplate", CloudFormationWire.NAMESPACE, xml -> {
            xml.list("Parameters", "member", template.parameters().values(), TemplateReads::brief);
            about(xml, template);
        });
    }

    WireResponse get(WireRequest request) {
        Template template = of(Form.of(request).required("StackName"));
        return Answers.query(request, "GetTemplate", CloudFormationWire.NAMESPACE,
                xml -> xml.text("TemplateBody", template.body())
                        .texts("StagesAvailable", "member", List.of("Original", "Processed")));
    }

    WireResponse summary(WireRequest request) {
        Form form = Form.of(request);
        Template template = form.get("StackName").map(this::of).orElseGet(() -> Requests.template(form));
        List<String> types = template.resources().values().stream().map(Resource::type).distinct().toList();
        return Answers.query(request, "GetTemplateSummary", CloudFormationWire.NAMESPACE, xml -> {
            xml.list("Parameters", "member", template.parameters().values(), TemplateReads::whole);
            about(xml, template);
            xml.texts("ResourceTypes", "member", types).text("Version", "2010-09-09");
        });
    }

    private Template of(String stack) {
        return Refusal.given(stacks.describe(stack)).details().template();
    }

    private static void about(Xml xml, Template template) {
        xml.text("Description", StackXml.filled(template.description()))
                .texts("Capabilities", "member", Capabilities.required(template).stream().toList())
                .text("CapabilitiesReason", StackXml.filled(Capabilities.reason(template)))
                .element("DeclaredTransforms", _ -> {});
    }

    private static void brief(Xml xml, Parameter parameter) {
        xml.text("ParameterKey", parameter.name())
                .text("DefaultValue", parameter.defaultValue())
                .text("NoEcho", parameter.noEcho())
                .text("Description", StackXml.filled(parameter.description()));
    }

    private static void whole(Xml xml, Parameter parameter) {
        brief(xml, parameter);
        xml.text("ParameterType", parameter.type())
                .element("ParameterConstraints",
                        constraints -> constraints.texts("AllowedValues", "member", parameter.allowedValues()));
    }
}
