package dev.lambdaflex.simulator.wire.server;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.lambdaflex.simulator.model.api.AwsError;
import dev.lambdaflex.simulator.wire.Called;
import dev.lambdaflex.simulator.wire.WireRequest;
import dev.lambdaflex.simulator.wire.WireResponse;
import dev.lambdaflex.simulator.wire.WireService;
import dev.lambdaflex.simulator.wire.protocol.Protocol;
import dev.lambdaflex.simulator.wire.protocol.Refusal;
import dev.lambdaflex.simulator.wire.protocol.Refusals;
import dev.lambdaflex.simulator.wire.signature.Gatekeeper;
import dev.lambdaflex.simulator.wire.signature.Gatekeeper.Decision;
import dev.lambdaflex.simulator.wire.signature.Scope;

/** Takes a whole request to the service that its scope names, and words what goes wrong on the way. */
final class Reception {

    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    private final Map<String, WireService> services = new LinkedHashMap<>();
    private final Gatekeeper gatekeeper;
    private final Calls calls;
    private final int bodyLimit;

    Reception(Collection<WireService> services, Gatekeeper gatekeeper, Calls calls, int bodyLimit) {
        services.forEach(service -> this.services.put(service.signingName(), service));
        this.gatekeeper = gatekeeper;
        this.calls = calls;
        this.bodyLimit = bodyLimit;
    }

    /** Answers {@code request}; may block. */
    WireResponse answer(WireRequest request) {
        return switch (gatekeeper.judge(request)) {
            case Decision.TurnedAway(var denial, var scope) -> {
                String service = scope.map(Scope::service).orElse("");
                yield logged(service, unread(request), request,
                        Refusals.answer(request, service, denial.in(Protocol.of(request, service))));
            }
            case Decision.LetIn(Scope scope) -> letIn(request.by(scope.accessKey(), scope.region()), scope.service());
        };
    }

    private WireResponse letIn(WireRequest request, String name) {
        WireService service = services.get(name);
        if (service == null) {
            Refusal refusal = Refusal.notPlayed("the service",
                    "'%s' (expected: one of %s)".formatted(name, services.keySet()));
            return logged(name, unread(request), request, Refusals.answer(request, name, refusal.error()));
        }
        try {
            WireRequest unpacked = Unpacked.of(request, bodyLimit);
            Called called = service.called(unpacked);
            return logged(name, called, request, answer(service, unpacked));
        } catch (Refusal refusal) {
            return logged(name, unread(request), request, Refusals.answer(request, name, refusal.error()));
        }
    }

    private static WireResponse answer(WireService service, WireRequest request) {
        try {
            return service.answer(request);
        } catch (Refusal refusal) {
            return Refusals.answer(request, service.signingName(), refusal.error());
        } catch (RuntimeException fault) {
            LOG.error("{} {} {} failed, request id {}", service.signingName(), request.method(), request.path(),
                    request.requestId(), fault);
            return Refusals.answer(request, service.signingName(), AwsError.of(500, "InternalFailure",
                    "The request processing has failed because of an unknown error, exception or failure."));
        }
    }

    /** What is told of a request that nobody read. */
    private static Called unread(WireRequest request) {
        return Called.anything(request.header("x-amz-target").orElse("unknown"));
    }

    /** Only names of services that are played are counted: others are whatever the caller wrote. */
    private WireResponse logged(String service, Called called, WireRequest request, WireResponse response) {
        calls.add(services.containsKey(service) ? service : "unknown", called, request, response.status());
        return response;
    }
}
