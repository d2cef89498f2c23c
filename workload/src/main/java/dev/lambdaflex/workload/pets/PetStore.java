package dev.lambdaflex.workload.pets;

import dev.lambdaflex.workload.host.HostContext;
import dev.lambdaflex.workload.host.Problem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** All routes of the sample app. */
public final class PetStore {

    /** What the router refuses before any route is asked. */
    private static final int[] REFUSED_BY_ROUTER = {400, 404};

    private PetStore() {}

    public static Router router(HostContext host) {
        Router router = Router.router(host.vertx());
        for (int status : REFUSED_BY_ROUTER) {
            router.errorHandler(status, ctx -> refuse(ctx, status));
        }
        router.errorHandler(405, ctx -> {
            ctx.response().putHeader(HttpHeaders.ALLOW, AllowedMethods.on(router, ctx.request().path()));
            refuse(ctx, 405);
        });
        router.route().failureHandler(ctx -> answerFailure(host, ctx));
        new AboutRoutes(host).addTo(router);
        new PetRoutes(new Catalogue(), host.maxBodyBytes()).addTo(router);
        new DocRoutes().addTo(router);
        return router;
    }

    private static void answerFailure(HostContext host, RoutingContext ctx) {
        if (ctx.statusCode() >= 400 && ctx.statusCode() < 500) {
            refuse(ctx, ctx.statusCode());
        } else {
            host.answerFailure(ctx.request(), ctx.failure());
        }
    }

    private static void refuse(RoutingContext ctx, int status) {
        String detail = switch (status) {
            case 404 -> "%s: no such path".formatted(ctx.request().path());
            case 405 -> "%s: not allowed on %s".formatted(ctx.request().method(), ctx.request().path());
            case 413 -> "body: too large";
            default -> "%s: cannot be read".formatted(ctx.request().uri());
        };
        new Problem(status, detail).send(ctx.response());
    }
}
