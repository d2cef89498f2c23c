package dev.lambdaflex.simulator.wire.lambda;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lambdaflex.simulator.model.lambda.LambdaAccount;
import dev.lambdaflex.simulator.model.lambda.LambdaFunction;
import dev.lambdaflex.simulator.wire.Account;
import dev.lambdaflex.simulator.wire.WireRequest;
import dev.lambdaflex.simulator.wire.protocol.Form;
import dev.lambdaflex.simulator.wire.protocol.PageToken;
import dev.lambdaflex.simulator.wire.protocol.PathValues;
import dev.lambdaflex.simulator.wire.protocol.Refusal;
import dev.lambdaflex.simulator.wire.protocol.Trees;

/** The functions of the account. None has versions or aliases. */
final class Functions {

    static final String LATEST = "$LATEST";
    private static final int PAGE = 50;
    /** A name, a partial ARN or an ARN, each with or without a qualifier. */
    private static final Pattern NAME = Pattern.compile("(arn:aws:lambda:)?([a-z]{2}-[a-z]+-\\d:)?(\\d{12}:)?"
            + "(function:)?([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?");
    private static final String EXPECTED = "(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?"
            + "-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?";

    private final Account account;
    private final LambdaAccount functions;
    private final FunctionFacts facts;

    Functions(Account account, LambdaAccount functions, FunctionFacts facts) {
        this.account = account;
        this.functions = functions;
        this.facts = facts;
    }

    ObjectNode list(WireRequest request) {
        Form query = Form.of(request);
        int size = query.get("MaxItems").filter(text -> text.matches("\\d{1,6}")).map(Integer::parseInt).orElse(PAGE);
        List<LambdaFunction> all = functions.functions();
        PageToken.Page<LambdaFunction> page = PageToken.page(all, query.get("Marker"), Math.clamp(size, 1, PAGE),
                () -> Refusal.of("InvalidParameterValueException", "Invalid Marker"));
        ObjectNode answer = Trees.object();
        ArrayNode list = answer.putArray("Functions");
        page.items().forEach(function -> list.add(worded(function, false)));
        page.next().ifPresent(token -> answer.put("NextMarker", token));
        return answer;
    }

    ObjectNode describe(WireRequest request, PathValues values) {
        LambdaFunction function = asked(request, values);
        ObjectNode answer = Trees.object();
        answer.set("Configuration", worded(function, qualifier(request, values).isPresent()));
        answer.putObject("Code")
                .put("RepositoryType", "ECR")
                .put("ImageUri", facts.imageUri())
                .put("ResolvedImageUri", facts.imageUri());
        answer.putObject("Tags").put("lambdaflex:app", function.name());
        function.reserved()
                .ifPresent(reserved -> answer.putObject("Concurrency")
                        .put("ReservedConcurrentExecutions", reserved));
        return answer;
    }

    ObjectNode configuration(WireRequest request, PathValues values) {
        return worded(asked(request, values), qualifier(request, values).isPresent());
    }

    /**
     * The function that the path names.
     *
     * @throws Refusal ResourceNotFoundException, when there is none, or none with that qualifier
     */
    LambdaFunction asked(WireRequest request, PathValues values) {
        return found(values, qualifier(request, values));
    }

    /** The function that the path names, whatever its qualifier. */
    LambdaFunction unqualified(PathValues values) {
        return found(values, Optional.empty());
    }

    private LambdaFunction found(PathValues values, Optional<String> qualifier) {
        String name = name(values).group(5);
        return functions.functions()
                .stream()
                .filter(function -> function.name().equals(name))
                .filter(_ -> qualifier.map(LATEST::equals).orElse(true))
                .findFirst()
                .orElseThrow(() -> Refusal.of(404, "ResourceNotFoundException", "Function not found: "
                        + arn(name) + qualifier.map(it -> ":" + it).orElse("")));
    }

    String arn(String name) {
        return account.arn("lambda", "function:" + name);
    }

    static Optional<String> qualifier(WireRequest request, PathValues values) {
        return Optional.ofNullable(name(values).group(7)).or(() -> Form.of(request).get("Qualifier"));
    }

    private static Matcher name(PathValues values) {
        Matcher name = NAME.matcher(values.get("FunctionName"));
        if (!name.matches()) {
            throw Refusal.of("ValidationException",
                    "1 validation error detected: Value '%s' at 'functionName' failed to satisfy constraint: Member must satisfy regular expression pattern: %s"
                            .formatted(values.get("FunctionName"), EXPECTED));
        }
        return name;
    }

    private ObjectNode worded(LambdaFunction function, boolean qualified) {
        String name = function.name();
        ObjectNode worded = Trees.object()
                .put("FunctionName", name)
                .put("FunctionArn", arn(name) + (qualified ? ":" + LATEST : ""))
                .put("Role", "arn:aws:iam::%s:role/lambdaflex/%s".formatted(account.id(), name))
                .put("CodeSize", 0)
                .put("Description", "")
                .put("Timeout", facts.timeout().toSeconds())
                .put("MemorySize", facts.memoryMegabytes())
                .put("LastModified", facts.modified().toString().replaceFirst("(\\.\\d{3})?\\d*Z$", "$1+0000"))
                .put("Version", LATEST)
                .put("RevisionId", UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString())
                .put("State", "Active")
                .put("LastUpdateStatus", "Successful")
                .put("PackageType", "Image");
        worded.putObject("TracingConfig").put("Mode", "PassThrough");
        worded.putArray("Architectures").add("x86_64");
        worded.putObject("EphemeralStorage").put("Size", 512);
        worded.putObject("SnapStart").put("ApplyOn", "None").put("OptimizationStatus", "Off");
        worded.putObject("LoggingConfig").put("LogFormat", "Text").put("LogGroup", "/aws/lambda/" + name);
        return worded;
    }
}
