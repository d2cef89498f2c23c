package dev.lambdaflex.proxy;

import io.vertx.core.http.HttpHeaders;

/** Names that the edge writes or reads, made once: plain strings would be hashed and encoded for each request. */
final class Headers {

    static final CharSequence TIER = HttpHeaders.createOptimized("x-lambdaflex-tier");
    static final CharSequence RETRIED = HttpHeaders.createOptimized("x-lambdaflex-retried");
    static final CharSequence ROUTE = HttpHeaders.createOptimized("x-lambdaflex-route");
    static final CharSequence ROUTE_KEY = HttpHeaders.createOptimized("x-lambdaflex-route-key");
    /** Everything that begins so is between the edge and its users: upstreams neither see nor set it. */
    static final String OWN_PREFIX = "x-lambdaflex-";

    static final CharSequence FORWARDED_FOR = HttpHeaders.createOptimized("x-forwarded-for");
    static final CharSequence FORWARDED_PROTO = HttpHeaders.createOptimized("x-forwarded-proto");
    static final CharSequence FORWARDED_HOST = HttpHeaders.createOptimized("x-forwarded-host");
    static final CharSequence FORWARDED_PORT = HttpHeaders.createOptimized("x-forwarded-port");
    static final CharSequence VIA = HttpHeaders.createOptimized("via");

    private Headers() {}
}
