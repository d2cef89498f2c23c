package dev.lambdaflex.simulator.model.lambda;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

import dev.lambdaflex.simulator.model.metrics.CloudWatch;
import dev.lambdaflex.simulator.model.metrics.MetricId;
import dev.lambdaflex.simulator.model.time.Timeline;

/**
 * One function and its environments. A caller asks {@link #admit}, lets the environment serve the request, and gives it back by
 * {@link #release}, or by {@link #lost} when its process died. The environment used last is used first, so that the others can
 * idle to their end.
 */
public final class LambdaFunction {

    private static final String AT_LIMIT = "Rate Exceeded.";

    private final String name;
    private final LambdaSettings settings;
    private final Timeline timeline;
    private final CloudWatch metrics;
    private final EnvironmentListener listener;
    private final RandomGenerator random;
    private final BurstBudget budget;
    private final Map<String, Environment> all = new HashMap<>();
    private final Deque<Environment> idle = new ArrayDeque<>();
    private final MetricId invocations;
    private final MetricId errors;
    private final MetricId throttles;
    private final MetricId durations;
    private final MetricId concurrentExecutions;
    private Optional<Integer> reserved;
    private int unreserved;
    private long born;
    private volatile Instant lastThrottle = Instant.MIN;

    public LambdaFunction(String name, LambdaSettings settings, Timeline timeline, CloudWatch metrics,
            EnvironmentListener listener,
            RandomGenerator random) {
        this.name = name;
        this.settings = settings;
        this.timeline = timeline;
        this.metrics = metrics;
        this.listener = listener;
        this.random = random;
        this.budget = new BurstBudget(settings.burst(), settings.burstWindow());
        this.invocations = metric("Invocations");
        this.errors = metric("Errors");
        this.throttles = metric("Throttles");
        this.durations = metric("Duration");
        this.concurrentExecutions = metric("ConcurrentExecutions");
        this.reserved = settings.reserved();
        this.unreserved = settings.concurrencyLimit() - reserved.orElse(0);
    }

    public String name() {
        return name;
    }

    public LambdaSettings settings() {
        return settings;
    }

    /** PutFunctionConcurrency: 0 throttles everything. */
    public void reserve(int environments) {
        timeline.run(() -> reserved = Optional.of(environments));
    }

    /** DeleteFunctionConcurrency: it shares what the account leaves again. */
    public void share() {
        timeline.run(() -> reserved = Optional.empty());
    }

    /** What is reserved for it, which is also a cap. */
    public Optional<Integer> reserved() {
        return timeline.call(() -> reserved);
    }

    /** The account leaves so many environments to functions without a reservation. */
    public void leave(int environments) {
        timeline.run(() -> unreserved = environments);
    }

    /** How many environments it may have at once. */
    public int limit() {
        return timeline.call(this::limitNow);
    }

    /** The Reason of its TooManyRequestsException: whose limit it is at. */
    public String throttleReason() {
        return reserved().isPresent()
                ? "ReservedFunctionConcurrentInvocationLimitExceeded"
                : "ConcurrentInvocationLimitExceeded";
    }

    /** The data plane ran it, past {@link #admit}. Never waits. */
    public void ran(Duration duration, boolean failed) {
        invoked(1, failed ? 1 : 0);
        metrics.record(durations, millis(duration), 1);
    }

    /** So many run side by side now, as the data plane sees it. Never waits. */
    public void runsSideBySide(int environments) {
        metrics.record(concurrentExecutions, environments, 1);
    }

    /** The data plane refused {@code requests}, past {@link #admit}. Never waits. */
    public void refused(long requests) {
        throttle(requests);
    }

    /** Takes one request, or refuses it. */
    public Admission admit() {
        return timeline.call(() -> {
            Environment last = idle.pollFirst();
            if (last != null && all.size() - idle.size() <= limitNow()) {
                last.serves();
                concurrency();
                return new Admission.Warm(last.id());
            }
            if (last != null) {
                idle.addFirst(last);
            }
            if (busyCount() >= limitNow() || !budget.take(timeline.now())) {
                throttle(1);
                return new Admission.Throttled(AT_LIMIT);
            }
            Environment fresh = create();
            concurrency();
            return new Admission.Cold(fresh.id(), settings.coldStart().draw(random));
        });
    }

    /**
     * The environment has answered its request and may take another.
     *
     * @param duration how long it took, without the cold start
     * @param error    whether the function failed; an answer with status 500 is no failure of the function
     */
    public void release(String environment, Duration duration, boolean error) {
        timeline.run(() -> {
            Environment served = all.get(environment);
            if (served == null) {
                return;
            }
            invoked(1, error ? 1 : 0);
            metrics.record(durations, millis(duration), 1);
            rest(served);
        });
    }

    /** The environment's process died while it served a request, or before. */
    public void lost(String environment) {
        timeline.run(() -> {
            Environment dead = all.remove(environment);
            if (dead != null && !idle.remove(dead)) {
                invoked(1, 1);
            }
        });
    }

    /**
     * Serves many requests of virtual time at once: as many environments as run side by side on average, and three standard
     * deviations more.
     *
     * @param requests how many came in {@code span}
     * @param each     how long one takes
     * @return how many were served; the others were throttled
     */
    public Served serve(long requests, Duration span, Duration each) {
        return timeline.call(() -> serveAll(requests, span, each));
    }

    /** What became of requests of virtual time. */
    public record Served(long served, long throttled, long coldStarts) {}

    /** All environments, busy or idle. */
    public List<String> environments() {
        return timeline.call(() -> all.keySet().stream().sorted().toList());
    }

    public int busy() {
        return timeline.call(this::busyCount);
    }

    /** Whether a request was refused within {@code span} until now. */
    public boolean throttledWithin(Duration span) {
        return timeline
                .call(() -> !lastThrottle.equals(Instant.MIN) && !lastThrottle.isBefore(timeline.now().minus(span)));
    }

    private Served serveAll(long requests, Duration span, Duration each) {
        if (requests <= 0) {
            return new Served(0, 0, 0);
        }
        double average = (double) requests * each.toMillis() / Math.max(1, span.toMillis());
        long wanted = Math.max(1, (long) Math.ceil(average + 3 * Math.sqrt(average)));
        int usable = (int) Math.min(wanted, limitNow() - busyCount());
        List<Environment> used = new ArrayList<>();
        long cold = 0;
        while (used.size() < usable) {
            Environment next = idle.pollFirst();
            if (next == null) {
                if (!budget.take(timeline.now())) {
                    break;
                }
                next = create();
                cold++;
            }
            used.add(next);
        }
        double share = average == 0 ? 1 : Math.min(1.0, used.size() / average);
        long served = used.isEmpty() ? 0 : Math.round(requests * share);
        metrics.record(concurrentExecutions, (double) Math.min(used.size(), wanted), 1);
        used.reversed().forEach(this::rest);
        invoked(served, 0);
        throttle(requests - served);
        return new Served(served, requests - served, Math.min(cold, served));
    }

    private Environment create() {
        Environment fresh = new Environment("%s-%d".formatted(name, ++born));
        all.put(fresh.id(), fresh);
        return fresh;
    }

    private void rest(Environment environment) {
        environment.idles(timeline.now().plus(settings.idleLife().draw(random)));
        idle.addFirst(environment);
        if (!environment.alarmed()) {
            alarm(environment);
        }
    }

    private void alarm(Environment environment) {
        environment.alarmed(true);
        timeline.after(Duration.between(timeline.now(), environment.idleUntil()), () -> {
            environment.alarmed(false);
            boolean gone = !all.containsKey(environment.id());
            if (gone || environment.serving()) {
                return;
            }
            if (environment.idleUntil().isAfter(timeline.now())) {
                alarm(environment);
                return;
            }
            all.remove(environment.id());
            idle.remove(environment);
            listener.ended(environment.id());
        });
    }

    private int limitNow() {
        return reserved.orElse(unreserved);
    }

    private int busyCount() {
        return all.size() - idle.size();
    }

    private void throttle(long requests) {
        if (requests > 0) {
            lastThrottle = timeline.now();
            metrics.count(throttles, requests);
        }
    }

    private void invoked(long requests, long failures) {
        metrics.count(invocations, requests);
        metrics.count(errors, failures);
    }

    private void concurrency() {
        metrics.record(concurrentExecutions, busyCount(), 1);
    }

    private MetricId metric(String metric) {
        return new MetricId("AWS/Lambda", metric, Map.of("FunctionName", name));
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
