package dev.lambdaflex.provisioner.api;

import java.util.Map;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.openapi.router.OpenAPIRoute;
import io.vertx.ext.web.openapi.router.RequestExtractor;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.OpenAPIContract;

import dev.lambdaflex.provisioner.page.Page;
import dev.lambdaflex.weights.migration.Verb;

/** Which operation of the contract is answered by what. */
final class Routes {

    private static final long LONGEST_BODY = 256 * 1024;

    private final ApiConfig config;
    private final Blocking apps;
    private final ApiMetrics metrics;
    private final Page page;
    private final ReadHandlers reads;
    private final WriteHandlers writes;
    private final Vertx vertx;

    Routes(Vertx vertx, ApiConfig config, Blocking apps, ApiMetrics metrics, Page page) {
        this.vertx = vertx;
        this.config = config;
        this.apps = apps;
        this.metrics = metrics;
        this.page = page;
        this.reads = new ReadHandlers(apps, new EventStreams(vertx, apps));
        this.writes = new WriteHandlers(apps, metrics);
    }

    /** The router; fails when an operation of the contract has no handler or no scope. */
    Router router(OpenAPIContract contract) {
        RouterBuilder builder = RouterBuilder.create(vertx, contract, RequestExtractor.withBodyHandler());
        builder.rootHandler(new Guard(config, contract, page, metrics));
        builder.rootHandler(BodyHandler.create(false).setBodyLimit(LONGEST_BODY));
        builder.rootHandler(new StrictJson());
        Map<String, Handler<RoutingContext>> handlers = handlers();
        for (OpenAPIRoute route : builder.getRoutes()) {
            String operation = route.getOperation().getOperationId();
            Handler<RoutingContext> handler = handlers.get(operation);
            if (handler == null || Scope.of(operation).isEmpty()) {
                throw new IllegalStateException("operation %s has no handler or no scope".formatted(operation));
            }
            // The contract states who may do what; the guard has seen to it.
            route.setDoSecurity(false);
            route.addHandler(rc -> onlyIfGuarded(rc, operation, handler));
        }
        Failures failures = new Failures(new Violation(contract));
        Router router = builder.createRouter();
        router.route().failureHandler(failures);
        router.errorHandler(404, failures).errorHandler(405, failures).errorHandler(500, failures);
        return router;
    }

    private Map<String, Handler<RoutingContext>> handlers() {
        return Map.ofEntries(
                Map.entry("healthz", replying(_ -> done(Reply.text("ok\n")))),
                Map.entry("readyz", replying(this::ready)),
                Map.entry("metrics", replying(this::scrape)),
                Map.entry("openapi", replying(document())),
                Map.entry("listApps", replying(reads::apps)),
                Map.entry("getApp", replying(reads::app)),
                Map.entry("getWeights", replying(reads::weights)),
                Map.entry("getEvents", reads::events),
                Map.entry("setWeights", replying(writes::setWeights)),
                Map.entry("startMigration", replying(writes::start)),
                Map.entry("pause", replying(writes.verb(new Verb.Pause()))),
                Map.entry("resume", replying(writes.verb(new Verb.Resume()))),
                Map.entry("promote", replying(writes.verb(new Verb.Promote()))),
                Map.entry("promoteFull", replying(writes.verb(new Verb.PromoteFull()))),
                Map.entry("stepBack", replying(writes.verb(new Verb.StepBack()))),
                Map.entry("abort", replying(writes.verb(new Verb.Abort()))),
                Map.entry("retry", replying(writes.verb(new Verb.Retry()))));
    }

    /** The router and the guard each read the path; should they ever read it differently, nothing is done. */
    private static void onlyIfGuarded(RoutingContext rc, String operation, Handler<RoutingContext> handler) {
        if (operation.equals(rc.get(Guard.OPERATION))) {
            handler.handle(rc);
        } else {
            Problem.unknownPath(rc.normalizedPath()).send(rc.response());
        }
    }

    private static Handler<RoutingContext> replying(Operation operation) {
        return rc -> operation.answer(rc).onSuccess(reply -> reply.send(rc.response())).onFailure(rc::fail);
    }

    private Future<Reply> ready(RoutingContext rc) {
        return apps.call(all -> all.all().size()).map(_ -> Reply.text("ready\n"));
    }

    private Future<Reply> scrape(RoutingContext rc) {
        return apps.call(all -> metrics.scrape(all.all()))
                .map(text -> new Reply(200, "text/plain; version=0.0.4; charset=utf-8", Buffer.buffer(text), Map.of()));
    }

    private static Operation document() {
        Reply reply = new Reply(200, "application/yaml", Buffer.buffer(Contract.text()), Map.of());
        return _ -> done(reply);
    }

    private static Future<Reply> done(Reply reply) {
        return Future.succeededFuture(reply);
    }
}
