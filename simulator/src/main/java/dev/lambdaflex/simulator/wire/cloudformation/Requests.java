package dev.lambdaflex.simulator.wire.cloudformation;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.lambdaflex.simulator.model.stack.OnFailure;
import dev.lambdaflex.simulator.model.stack.StackRequest;
import dev.lambdaflex.simulator.model.stack.StackUpdate;
import dev.lambdaflex.simulator.template.Template;
import dev.lambdaflex.simulator.wire.protocol.Form;
import dev.lambdaflex.simulator.wire.protocol.Refusal;

/** Reads what CreateStack and UpdateStack ask for. */
final class Requests {

    private static final int LONGEST_BODY = 51_200;
    private static final int MOST_TAGS = 50;

    private Requests() {}

    static StackRequest create(Form form) {
        refuse(form, "StackPolicyBody", "StackPolicyURL", "NotificationARNs", "RollbackConfiguration");
        return new StackRequest(form.required("StackName"), form.get("ClientRequestToken").orElse(""), template(form),
                parameters(form), tags(form), Set.copyOf(form.list("Capabilities")), onFailure(form),
                form.get("TimeoutInMinutes").map(Requests::minutes), bool(form, "EnableTerminationProtection"));
    }

    static StackUpdate update(Form form) {
        refuse(form, "StackPolicyBody", "StackPolicyURL", "StackPolicyDuringUpdateBody", "NotificationARNs",
                "RollbackConfiguration", "DisableRollback");
        Optional<Template> template = bool(form, "UsePreviousTemplate")
                ? Optional.empty()
                : Optional.of(template(form));
        Set<String> previous = new HashSet<>();
        for (Form parameter : form.structures("Parameters")) {
            if (bool(parameter, "UsePreviousValue")) {
                previous.add(parameter.required("ParameterKey"));
            }
        }
        return new StackUpdate(form.get("ClientRequestToken").orElse(""), template, parameters(form), previous,
                form.structures("Tags").isEmpty() ? Optional.empty() : Optional.of(tags(form)),
                Set.copyOf(form.list("Capabilities")));
    }

    static Template template(Form form) {
        if (form.get("TemplateURL").isPresent()) {
            throw invalid("the cloud reads TemplateBody, it has no S3 to read TemplateURL from");
        }
        String body = form.get("TemplateBody")
                .orElseThrow(() -> invalid("Either Template URL or Template Body must be specified."));
        if (body.isEmpty() || body.length() > LONGEST_BODY) {
            throw invalid(
                    "1 validation error detected: Value at 'templateBody' failed to satisfy constraint: Member must have "
                            + "length %s".formatted(body.isEmpty()
                                    ? "greater than or equal to 1"
                                    : "less than or equal to " + LONGEST_BODY));
        }
        return Template.read(body).orThrow(Requests::invalid);
    }

    static Refusal invalid(String message) {
        return Refusal.of("ValidationError", message);
    }

    static boolean bool(Form form, String name) {
        return form.get(name).map(Boolean::parseBoolean).orElse(false);
    }

    /** Refuses what would be forgotten otherwise. */
    static void refuse(Form form, String... unplayed) {
        for (String name : unplayed) {
            if (form.get(name).isPresent() || !form.structure(name).isEmpty()) {
                throw invalid("the cloud does not play the parameter " + name);
            }
        }
    }

    private static Map<String, String> parameters(Form form) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (Form parameter : form.structures("Parameters")) {
            String key = parameter.required("ParameterKey");
            parameter.get("ParameterValue").ifPresent(value -> {
                if (parameters.put(key, value) != null) {
                    throw invalid("Duplicate input parameters [%s]".formatted(key));
                }
            });
        }
        return parameters;
    }

    private static Map<String, String> tags(Form form) {
        Map<String, String> tags = new LinkedHashMap<>();
        form.structures("Tags").forEach(tag -> tags.put(tag.required("Key"), tag.required("Value")));
        if (tags.size() > MOST_TAGS) {
            throw invalid(
                    "1 validation error detected: Value at 'tags' failed to satisfy constraint: Member must have length less "
                            + "than or equal to " + MOST_TAGS);
        }
        return tags;
    }

    private static OnFailure onFailure(Form form) {
        Optional<String> chosen = form.get("OnFailure");
        if (chosen.isPresent() && form.get("DisableRollback").isPresent()) {
            throw invalid("You cannot specify both DisableRollback and OnFailure.");
        }
        if (bool(form, "DisableRollback")) {
            return OnFailure.DO_NOTHING;
        }
        return switch (chosen.orElse("ROLLBACK")) {
            case "ROLLBACK" -> OnFailure.ROLLBACK;
            case "DO_NOTHING" -> OnFailure.DO_NOTHING;
            case "DELETE" -> OnFailure.DELETE;
            default -> throw invalid(
                    "1 validation error detected: Value '%s' at 'onFailure' failed to satisfy constraint: Member "
                            .formatted(chosen.orElse(""))
                            + "must satisfy enum value set: [DO_NOTHING, ROLLBACK, DELETE]");
        };
    }

    private static Duration minutes(String text) {
        if (!text.matches("[1-9][0-9]{0,5}")) {
            throw invalid(
                    "1 validation error detected: Value '%s' at 'timeoutInMinutes' failed to satisfy constraint: Member must "
                            .formatted(text) + "have value greater than or equal to 1");
        }
        return Duration.ofMinutes(Integer.parseInt(text));
    }
}
