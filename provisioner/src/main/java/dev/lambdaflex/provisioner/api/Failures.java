package dev.lambdaflex.provisioner.api;

import java.util.concurrent.TimeoutException;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import io.vertx.openapi.validation.ValidatorException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.lambdaflex.provisioner.reconcile.CloudException;
import dev.lambdaflex.provisioner.store.StoreException;

/** What was thrown, as a problem. Only what we wrote ourselves is told; the rest is in the log alone. */
final class Failures implements Handler<RoutingContext> {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Violation violation;

    Failures(Violation violation) {
        this.violation = violation;
    }

    @Override
    public void handle(RoutingContext rc) {
        Reply problem = problem(rc, rc.failure());
        if (problem.status() >= 500) {
            LOG.error("{} {} failed", rc.request().method(), SafeText.of(rc.request().path()), rc.failure());
        }
        problem.send(rc.response());
    }

    private Reply problem(RoutingContext rc, @Nullable Throwable failure) {
        Throwable cause = failure != null && failure.getCause() instanceof ValidatorException invalid
                ? invalid
                : failure;
        return switch (cause) {
            case ValidatorException invalid -> Problem.of(400, violation.sentence(invalid, rc));
            case TimeoutException _ ->
                Problem.of(504,
                        "no answer within 30 s; what was asked for may still be done: look before asking again");
            case StoreException _ -> Problem.of(503, "the store cannot be used; the log of the provisioner tells why");
            case CloudException away -> Problem.of(503, String.valueOf(away.getMessage()));
            case null, default -> byStatus(rc);
        };
    }

    private static Reply byStatus(RoutingContext rc) {
        return switch (rc.statusCode()) {
            case 413 -> Problem.of(413, "body: too long (expected: at most 256 KiB)");
            case 404 -> Problem.unknownPath(rc.normalizedPath());
            case 400 -> Problem.of(400, "the request is malformed");
            default -> Problem.of(500, "something broke inside; the log of the provisioner tells what");
        };
    }
}
