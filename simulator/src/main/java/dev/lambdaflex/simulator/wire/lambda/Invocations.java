package dev.lambdaflex.simulator.wire.lambda;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lambdaflex.simulator.model.lambda.LambdaFunction;
import dev.lambdaflex.simulator.plane.TraceIds;
import dev.lambdaflex.simulator.plane.lambda.Invoker;
import dev.lambdaflex.simulator.plane.lambda.LambdaService;
import dev.lambdaflex.simulator.plane.lambda.Outcome;
import dev.lambdaflex.simulator.wire.WireRequest;
import dev.lambdaflex.simulator.wire.WireResponse;
import dev.lambdaflex.simulator.wire.protocol.PathValues;
import dev.lambdaflex.simulator.wire.protocol.Refusal;
import dev.lambdaflex.simulator.wire.protocol.Trees;
import io.vertx.core.buffer.Buffer;

/** Invoke: the caller waits for the function's answer. */
final class Invocations {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Functions functions;
    private final Invokers invokers;

    Invocations(Functions functions, Invokers invokers) {
        this.functions = functions;
        this.invokers = invokers;
    }

    WireResponse invoke(WireRequest request, PathValues values) {
        LambdaFunction function = functions.asked(request, values);
        String type = request.header("x-amz-invocation-type").orElse("RequestResponse");
        Buffer event = event(request);
        return switch (type) {
            case "RequestResponse" -> answered(invoker(function), event, trace(request));
            case "DryRun" -> new WireResponse(204, Map.of(), Buffer.buffer());
            default -> throw Refusal.notPlayed("lambda",
                    "Invoke of type %s (expected: RequestResponse or DryRun)".formatted(type));
        };
    }

    private static String trace(WireRequest request) {
        return TraceIds.rootOf(request.header(TraceIds.HEADER.toLowerCase(Locale.ROOT)).orElse(""));
    }

    private Invoker invoker(LambdaFunction function) {
        return invokers.of(function.name())
                .orElseThrow(() -> Refusal.notPlayed("lambda",
                        "Invoke of %s: nothing runs functions in this cloud".formatted(function.name())));
    }

    private static WireResponse answered(Invoker invoker, Buffer event, String trace) {
        Outcome outcome = invoker.invoke(event, trace).toCompletionStage().toCompletableFuture().join();
        return switch (outcome) {
            case Outcome.Answered(Buffer payload) -> payload(payload, Map.of());
            case Outcome.Failed(_, Buffer payload) -> payload(payload, Map.of("x-amz-function-error", "Unhandled"));
            case Outcome.Throttled(String reason) -> throttled(reason);
            case Outcome.TooLarge _ -> throw tooLarge();
        };
    }

    /** A function that fails is a success of Lambda: the status is 200, and a header says the rest. */
    private static WireResponse payload(Buffer payload, Map<String, String> more) {
        Map<String, String> headers = new HashMap<>(more);
        headers.put("content-type", "application/json");
        headers.put("x-amz-executed-version", Functions.LATEST);
        return new WireResponse(200, headers, payload);
    }

    private static WireResponse throttled(String reason) {
        ObjectNode body = Trees.object()
                .put("Reason", reason)
                .put("Type", "User")
                .put("message", "Rate Exceeded.");
        return new WireResponse(429,
                Map.of("content-type", "application/json", "x-amzn-errortype", "TooManyRequestsException"),
                Buffer.buffer(body.toString()));
    }

    private static Buffer event(WireRequest request) {
        if (request.body().length() > LambdaService.EVENT_LIMIT) {
            throw tooLarge();
        }
        if (request.body().length() == 0) {
            return Buffer.buffer("{}");
        }
        try {
            JSON.readTree(request.text());
            return request.body();
        } catch (JsonProcessingException broken) {
            throw Refusal.of("InvalidRequestContentException",
                    "Could not parse request body into json: " + broken.getOriginalMessage());
        }
    }

    private static Refusal tooLarge() {
        return Refusal.of(413, "RequestTooLargeException",
                "Request must be smaller than %d bytes for the InvokeFunction operation"
                        .formatted(LambdaService.EVENT_LIMIT));
    }
}
