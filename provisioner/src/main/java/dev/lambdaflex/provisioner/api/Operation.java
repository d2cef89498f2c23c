package dev.lambdaflex.provisioner.api;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;

/** What answers one operation of the contract. */
@FunctionalInterface
interface Operation {
    Future<Reply> answer(RoutingContext rc);
}
