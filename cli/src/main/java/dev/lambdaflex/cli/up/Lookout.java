package dev.lambdaflex.cli.up;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.lambdaflex.cli.follow.Chronicle;
import dev.lambdaflex.cli.process.Pauses;
import dev.lambdaflex.simulator.backstage.BackstageClient;
import dev.lambdaflex.simulator.backstage.Scene;
import dev.lambdaflex.simulator.check.HistoryCheck;
import dev.lambdaflex.simulator.check.Onlooker;
import dev.lambdaflex.simulator.check.Violation;
import dev.lambdaflex.weights.migration.Policy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks behind the stage all the time, and checks the invariants by what it sees and by the history. */
final class Lookout implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    /** The longest that a call of the provisioner may take. */
    private static final Duration CALL = Duration.ofSeconds(2);
    private static final int LATE_TICKS = 3;

    private final BackstageClient backstage;
    private final Policy policy;
    private final Duration tick;
    private final Onlooker onlooker;
    private final Thread thread;
    private volatile Optional<Scene> last = Optional.empty();

    private Lookout(BackstageClient backstage, Policy policy, double speed) {
        this.backstage = backstage;
        this.policy = policy;
        this.tick = Pauses.tick(speed);
        this.onlooker = new Onlooker(policy, tick, tick.plus(CALL), InstantSource.system());
        this.thread = Thread.ofVirtual().name("lookout").unstarted(this::lookAndLook);
    }

    static Lookout begin(BackstageClient backstage, Policy policy, double speed) {
        Lookout lookout = new Lookout(backstage, policy, speed);
        lookout.thread.start();
        return lookout;
    }

    /** What was seen last; empty before anything was. */
    Optional<Scene> last() {
        return last;
    }

    /** What is there now; the last that was seen while the cloud is dead. */
    Optional<Scene> now() throws InterruptedException {
        look();
        return last;
    }

    /** The run has ended at rest on Lambda: nothing may be left. */
    void ended() {
        onlooker.ended();
    }

    /** The breaches that were seen, and those that the history tells of. */
    List<Violation> violations(Chronicle chronicle) {
        Duration slack = tick.multipliedBy(LATE_TICKS).plus(CALL).plus(Pauses.leaseTerm(tick));
        return Stream.concat(onlooker.violations().stream(),
                HistoryCheck.of(chronicle.told(), policy, slack).stream()).toList();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void lookAndLook() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                look();
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("the lookout has ended", e);
        }
    }

    private synchronized void look() throws InterruptedException {
        Optional<Scene> scene = backstage.look();
        scene.ifPresent(seen -> onlooker.sees(seen.truth(), seen.removing(), seen.term()));
        last = scene.or(() -> last);
    }
}
