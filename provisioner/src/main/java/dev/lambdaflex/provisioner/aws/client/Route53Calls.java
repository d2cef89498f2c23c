package dev.lambdaflex.provisioner.aws.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.route53.Route53Client;

/**
 * Calls to Route 53, kept apart and repeated while it is busy.
 *
 * <pre>
 *   call - busy - wait 0.5..1 - call - busy - wait 1..2 - call - busy - wait 2..4 - ... until patience is over
 * </pre>
 *
 * in quarters of the patience's sixteenth, so that a tick does not outlast its turn. Only what surely had no effect is repeated.
 */
public final class Route53Calls {

    private static final int FIRST_SHARE = 16;
    private static final int MOST_DOUBLINGS = 3;

    private final Route53Client client;
    private final Pace pace;
    private final Pause pause;
    private final Duration patience;

    Route53Calls(Route53Client client, Pace pace, Pause pause, Duration patience) {
        this.client = client;
        this.pace = pace;
        this.pause = pause;
        this.patience = patience;
    }

    /**
     * Makes {@code call}.
     *
     * @throws SdkException what the last attempt ended with
     */
    public <T> T call(Function<Route53Client, T> call) {
        Duration left = patience;
        for (int attempt = 0;; attempt++) {
            pace.await();
            try {
                return call.apply(client);
            } catch (SdkException e) {
                Duration wait = backOff(attempt);
                left = left.minus(wait);
                if (Fault.of(e) != Fault.BUSY || left.isNegative()) {
                    throw e;
                }
                pause.pause(wait);
            }
        }
    }

    private Duration backOff(int attempt) {
        Duration most = patience.dividedBy(FIRST_SHARE).multipliedBy(1L << Math.min(attempt, MOST_DOUBLINGS));
        return most.dividedBy(2).plusNanos(ThreadLocalRandom.current().nextLong(1 + most.dividedBy(2).toNanos()));
    }
}
