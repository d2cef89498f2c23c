package dev.lambdaflex.simulator.wire.lambda;

import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lambdaflex.simulator.model.lambda.LambdaAccount;
import dev.lambdaflex.simulator.model.lambda.LambdaFunction;
import dev.lambdaflex.simulator.wire.WireRequest;
import dev.lambdaflex.simulator.wire.WireResponse;
import dev.lambdaflex.simulator.wire.protocol.Input;
import dev.lambdaflex.simulator.wire.protocol.PathValues;
import dev.lambdaflex.simulator.wire.protocol.Protocol;
import dev.lambdaflex.simulator.wire.protocol.Refusal;
import dev.lambdaflex.simulator.wire.protocol.Trees;
import io.vertx.core.buffer.Buffer;

import static dev.lambdaflex.simulator.wire.protocol.Refusal.given;

/** How many environments the account and its functions may have at once. */
final class Concurrency {

    private static final String RESERVED = "ReservedConcurrentExecutions";

    private final Functions functions;
    private final LambdaAccount account;

    Concurrency(Functions functions, LambdaAccount account) {
        this.functions = functions;
        this.account = account;
    }

    ObjectNode account() {
        ObjectNode answer = Trees.object();
        answer.putObject("AccountLimit")
                .put("TotalCodeSize", 80_530_636_800L)
                .put("CodeSizeUnzipped", 262_144_000)
                .put("CodeSizeZipped", 52_428_800)
                .put("ConcurrentExecutions", account.limit())
                .put("UnreservedConcurrentExecutions", account.unreserved());
        answer.putObject("AccountUsage").put("TotalCodeSize", 0).put("FunctionCount", account.functions().size());
        return answer;
    }

    /** Without a reservation the answer is empty. */
    ObjectNode read(WireRequest request, PathValues values) {
        ObjectNode answer = Trees.object();
        functions.asked(request, values).reserved().ifPresent(reserved -> answer.put(RESERVED, reserved));
        return answer;
    }

    ObjectNode reserve(WireRequest request, PathValues values) {
        LambdaFunction function = unqualified(request, values);
        int wanted = new Input(Trees.read(Protocol.REST_JSON, request)).integer(RESERVED)
                .orElseThrow(() -> invalid("null", "Member must not be null"));
        if (wanted < 0) {
            throw invalid("'%d'".formatted(wanted), "Member must have value greater than or equal to 0");
        }
        return Trees.object().put(RESERVED, given(account.reserve(function, wanted)));
    }

    WireResponse release(WireRequest request, PathValues values) {
        account.release(unqualified(request, values));
        return new WireResponse(204, Map.of(), Buffer.buffer());
    }

    /** Only versions and aliases have it, and there are none. */
    ObjectNode provisioned(WireRequest request, PathValues values) {
        if (Functions.qualifier(request, values).isEmpty()) {
            throw Refusal.of("InvalidParameterValueException",
                    "Qualifier is missing (expected: a version or an alias)");
        }
        functions.unqualified(values);
        throw Refusal.of(404, "ProvisionedConcurrencyConfigNotFoundException",
                "No Provisioned Concurrency Config found for this function");
    }

    private LambdaFunction unqualified(WireRequest request, PathValues values) {
        if (Functions.qualifier(request, values).isPresent()) {
            throw Refusal.of("InvalidParameterValueException",
                    "This operation does not support versions. Please provide a function name without a version.");
        }
        return functions.asked(request, values);
    }

    private static Refusal invalid(String value, String constraint) {
        return Refusal.of("ValidationException",
                "1 validation error detected: Value %s at 'reservedConcurrentExecutions' failed to satisfy constraint: %s"
                        .formatted(value, constraint));
    }
}
