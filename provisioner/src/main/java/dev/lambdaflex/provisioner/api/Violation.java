package dev.lambdaflex.provisioner.api;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.vertx.core.json.JsonObject;
import io.vertx.core.json.pointer.JsonPointer;
import io.vertx.ext.web.RoutingContext;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.OutputUnit;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Parameter;
import io.vertx.openapi.validation.SchemaValidationException;
import io.vertx.openapi.validation.ValidatorException;
import org.jspecify.annotations.Nullable;

/**
 * What the contract found wrong with a request, in one sentence that names the value and what was expected:
 * {@code fargatePercent: 101 (expected: 0 to 100)}. The validator only says which keyword of which schema was not met.
 */
final class Violation {

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private static final int LONGEST = 100;

    private final OpenAPIContract contract;

    Violation(OpenAPIContract contract) {
        this.contract = contract;
    }

    String sentence(ValidatorException invalid, RoutingContext rc) {
        String operation = rc.get(Guard.OPERATION);
        Optional<OutputUnit> deepest = invalid instanceof SchemaValidationException schema
                ? deepest(schema.getOutputUnit())
                : Optional.empty();
        Optional<Parameter> parameter = contract.operation(operation)
                .getParameters()
                .stream()
                .filter(each -> String.valueOf(invalid.getMessage()).contains("parameter " + each.getName() + " "))
                .findFirst();
        if (parameter.isPresent()) {
            return ofParameter(parameter.get(), deepest, rc);
        }
        return deepest.map(unit -> ofBody(unit, operation, rc)).orElse("body: missing (expected: one JSON object)");
    }

    private static String ofParameter(Parameter parameter, Optional<OutputUnit> unit, RoutingContext rc) {
        String name = parameter.getName();
        String value = rc.request().params().contains(name)
                ? rc.request().getParam(name)
                : String.valueOf(rc.request().getHeader(name));
        String keyword = unit.map(Violation::keyword).orElse("type");
        return "%s: %s (expected: %s)".formatted(name, shortened(value),
                Expectation.of(fields(parameter.getSchema()), keyword));
    }

    private String ofBody(OutputUnit unit, String operation, RoutingContext rc) {
        String keyword = keyword(unit);
        String expected = Expectation.of(schema(unit, operation), keyword);
        String name = unit.getInstanceLocation().replaceFirst("^#/?", "").replace('/', '.');
        return switch (keyword) {
            case "required" -> "%s: missing (expected: %s)".formatted(quoted(unit), expected);
            case "additionalProperties" -> "%s: unknown field (expected: %s)".formatted(name, expected);
            default -> "%s: %s (expected: %s)".formatted(name.isEmpty() ? "body" : name, value(unit, rc), expected);
        };
    }

    /** The error that is deepest in the schema is the cause of those above it. */
    private static Optional<OutputUnit> deepest(@Nullable OutputUnit unit) {
        return unit == null || unit.getErrors() == null
                ? Optional.empty()
                : unit.getErrors().stream().reduce((a, b) -> depth(b) > depth(a) ? b : a);
    }

    private static long depth(OutputUnit unit) {
        return unit.getKeywordLocation().chars().filter(c -> c == '/').count();
    }

    private static String keyword(OutputUnit unit) {
        return unit.getKeywordLocation().substring(unit.getKeywordLocation().lastIndexOf('/') + 1);
    }

    /** The schema that the keyword stands in: of a component, or within that of the body. */
    private JsonObject schema(OutputUnit unit, String operation) {
        String location = unit.getAbsoluteKeywordLocation().replaceFirst("^[^#]*#", "");
        JsonPointer pointer = JsonPointer.from(location.substring(0, location.lastIndexOf('/')));
        JsonObject root = location.startsWith("/components/")
                ? contract.getRawContract()
                : bodySchema(operation);
        return pointer.queryJson(root) instanceof JsonObject schema ? schema : new JsonObject();
    }

    private JsonObject bodySchema(String operation) {
        return fields(contract.operation(operation)
                .getRequestBody()
                .getContent()
                .values()
                .iterator()
                .next()
                .getSchema());
    }

    private static JsonObject fields(JsonSchema schema) {
        JsonObject fields = new JsonObject();
        schema.fieldNames().forEach(name -> fields.put(name, schema.<Object>get(name)));
        return fields;
    }

    private static String value(OutputUnit unit, RoutingContext rc) {
        Object body = rc.body().buffer().toJsonValue();
        Object value = JsonPointer.from(unit.getInstanceLocation().substring(1)).queryJson(body);
        return shortened(value instanceof String text ? "'" + text + "'" : String.valueOf(value));
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    private static String quoted(OutputUnit unit) {
        Matcher matcher = QUOTED.matcher(unit.getError());
        return matcher.find() ? matcher.group(1) : "a field";
    }
}
