package dev.lambdaflex.simulator.wire.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import dev.lambdaflex.simulator.wire.Called;
import dev.lambdaflex.simulator.wire.WireRequest;
import dev.lambdaflex.simulator.wire.WireResponse;

/** The operations of a REST service, by method and path. A slash at a path's end does not count, for SDKs differ in it. */
public final class Routes {

    private final String service;
    private final List<Route> routes = new ArrayList<>();

    private record Route(String method, PathTemplate path, String operation, String resource,
            BiFunction<WireRequest, PathValues, WireResponse> answer) {}

    private record Match(Route route, PathValues values) {}

    /**
     * No operation yet.
     *
     * @param service as refusals name it: {@code route53}
     */
    public Routes(String service) {
        this.service = service;
    }

    /**
     * Adds an operation. Of several that fit, the first added is taken.
     *
     * @param path     such as {@code /2013-04-01/hostedzone/{Id}/rrset}
     * @param resource the ARN that IAM judges the operation by, with the same names in braces; {@code *} for none
     */
    public Routes on(String operation, String method, String path, String resource,
            BiFunction<WireRequest, PathValues, WireResponse> answer) {
        routes.add(new Route(method, new PathTemplate(path), operation, resource, answer));
        return this;
    }

    /** An operation that AWS has and the cloud does not play: its refusal names it. */
    public Routes refuse(String operation, String method, String path) {
        return on(operation, method, path, "*", (_, _) -> {
            throw Refusal.notPlayed(service, operation);
        });
    }

    public Called called(WireRequest request) {
        return find(request).map(match -> new Called(match.route.operation, match.values.in(match.route.resource)))
                .orElseGet(() -> Called.anything(asked(request)));
    }

    /**
     * The answer of the operation that {@code request} asks for.
     *
     * @throws Refusal when the cloud plays none there
     */
    public WireResponse answer(WireRequest request) {
        Match match = find(request).orElseThrow(() -> Refusal.notPlayed(service, asked(request)));
        return match.route.answer.apply(request, match.values);
    }

    private Optional<Match> find(WireRequest request) {
        return routes.stream()
                .filter(route -> route.method.equals(request.method()))
                .flatMap(route -> route.path.match(request.path()).map(values -> new Match(route, values)).stream())
                .findFirst();
    }

    private static String asked(WireRequest request) {
        return request.method() + " " + request.path();
    }
}
