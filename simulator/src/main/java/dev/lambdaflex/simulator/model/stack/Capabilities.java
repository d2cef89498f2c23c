package dev.lambdaflex.simulator.model.stack;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.lambdaflex.simulator.template.Resource;
import dev.lambdaflex.simulator.template.Template;

/** What a caller has to say that it knows, because the stack may widen somebody's permissions. */
public final class Capabilities {

    private static final String IAM = "CAPABILITY_IAM";
    private static final String NAMED_IAM = "CAPABILITY_NAMED_IAM";
    private static final Set<String> NAMES = Set.of("RoleName", "UserName", "GroupName", "ManagedPolicyName",
            "InstanceProfileName");

    private Capabilities() {}

    /** What the template asks for; empty for nothing. */
    public static Optional<String> required(Template template) {
        List<Resource> iam = iam(template);
        if (iam.isEmpty()) {
            return Optional.empty();
        }
        boolean named = iam.stream()
                .anyMatch(resource -> resource.properties().fields().keySet().stream().anyMatch(NAMES::contains));
        return Optional.of(named ? NAMED_IAM : IAM);
    }

    /** Why, as GetTemplateSummary words it; empty for nothing. */
    public static String reason(Template template) {
        List<String> types = iam(template).stream().map(Resource::type).distinct().toList();
        return types.isEmpty() ? "" : "The following resource(s) require capabilities: " + types;
    }

    /** What is missing of {@code given}; empty for nothing. */
    static Optional<String> missing(Template template, Set<String> given) {
        return required(template).filter(asked -> !given.contains(NAMED_IAM) && !given.contains(asked));
    }

    private static List<Resource> iam(Template template) {
        return template.resources()
                .values()
                .stream()
                .filter(resource -> resource.type().startsWith("AWS::IAM::"))
                .toList();
    }
}
