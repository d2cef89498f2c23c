package dev.lambdaflex.cli.process;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.dns.AddressResolverOptions;

/** How names are looked up by what runs for months. */
public final class Lookups {

    /** Docker's name server says that an address holds for ten minutes, and gives a container that is started again another. */
    private static final int LONGEST_SECONDS = 5;

    private Lookups() {}

    /** A Vert.x that soon sees that a name leads somewhere else. */
    public static Vertx vertx() {
        return Vertx.vertx(fresh(new VertxOptions()));
    }

    /** {@code options} of one that does. */
    public static VertxOptions fresh(VertxOptions options) {
        return options
                .setAddressResolverOptions(new AddressResolverOptions().setCacheMaxTimeToLive(LONGEST_SECONDS));
    }
}
