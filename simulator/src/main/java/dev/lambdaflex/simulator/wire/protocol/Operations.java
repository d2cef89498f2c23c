package dev.lambdaflex.simulator.wire.protocol;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import dev.lambdaflex.simulator.wire.WireRequest;
import dev.lambdaflex.simulator.wire.WireResponse;

/** The operations of a service that speaks RPC protocols, by name. */
public final class Operations {

    private final String service;
    private final Map<String, Function<WireRequest, WireResponse>> played = new TreeMap<>();

    /**
     * No operation yet.
     *
     * @param service as refusals name it: {@code cloudformation}
     */
    public Operations(String service) {
        this.service = service;
    }

    public Operations on(String operation, Function<WireRequest, WireResponse> answer) {
        played.put(operation, answer);
        return this;
    }

    /**
     * The answer of the operation that {@code request} names.
     *
     * @throws Refusal when it names none, or one that the cloud does not play
     */
    public WireResponse answer(WireRequest request) {
        String operation = request.operation()
                .orElseThrow(() -> Refusal.of("MissingAction", "the request names no operation (expected: one of %s)"
                        .formatted(played.keySet())));
        Function<WireRequest, WireResponse> answer = played.get(operation);
        if (answer == null) {
            throw Refusal.notPlayed(service, operation);
        }
        return answer.apply(request);
    }
}
