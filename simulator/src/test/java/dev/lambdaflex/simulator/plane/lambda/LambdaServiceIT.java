package dev.lambdaflex.simulator.plane.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lambdaflex.simulator.plane.process.ProcessSandboxes;
import dev.lambdaflex.simulator.plane.Loop;
import dev.lambdaflex.simulator.plane.process.Children;
import dev.lambdaflex.simulator.plane.testing.RecordingMeter;
import dev.lambdaflex.simulator.plane.testing.Results;
import dev.lambdaflex.simulator.plane.testing.Timings;
import dev.lambdaflex.simulator.plane.testing.Workload;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LambdaServiceIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Vertx vertx = Vertx.vertx();
    private final Loop loop = Results.of(Loop.create(vertx));
    private final Children children = new Children();
    private final RecordingMeter meter = new RecordingMeter();
    private final Timings timings = new Timings();
    private Concurrency concurrency = Concurrency.UNLIMITED;
    private Bounds bounds = Bounds.DEFAULT;

    @AfterEach
    void end() {
        children.close();
        Results.of(vertx.close());
    }

    @Test
    void theFirstInvocationStartsAnEnvironmentAndTheNextReusesIt() {
        LambdaService service = service(Map.of());
        assertThat(children.pids()).isEmpty();

        long first = pid(invoke(service, "/pid"));
        long second = pid(invoke(service, "/pid"));

        assertThat(second).isEqualTo(first);
        assertThat(children.pids()).containsExactly(first);
        assertThat(meter.coldStarts).hasValue(1);
        assertThat(meter.invocations).hasValue(2);
    }

    @Test
    void parallelInvocationsEachGetAnEnvironmentUpToTheBounds() {
        bounds = new Bounds(3, 2, 100);
        LambdaService service = service(Map.of());

        List<Future<Outcome>> all = Stream.generate(() -> start(service, "/slow")).limit(9).toList();
        Set<Long> pids = new HashSet<>();
        all.forEach(outcome -> pids.add(pid(result(outcome))));

        assertThat(pids).hasSizeBetween(2, 3);
        assertThat(meter.mostEnvironments.get()).isBetween(2, 3);
        assertThat(meter.invocations).hasValue(9);
    }

    @Test
    void aWaitingInvocationTakesWhatIsFreeFirst() {
        bounds = new Bounds(1, 1, 100);
        LambdaService service = service(Map.of());

        List<Future<Outcome>> all = Stream.generate(() -> start(service, "/pid")).limit(20).toList();

        assertThat(all.stream().map(LambdaServiceIT::result).map(LambdaServiceIT::pid).distinct()).hasSize(1);
        assertThat(meter.coldStarts).hasValue(1);
    }

    @Test
    void invocationsBeyondTheQueueAreThrottled() {
        bounds = new Bounds(1, 1, 2);
        LambdaService service = service(Map.of());

        List<Outcome> outcomes = Stream.generate(() -> start(service, "/slow"))
                .limit(4)
                .toList()
                .stream()
                .map(LambdaServiceIT::result)
                .toList();

        assertThat(outcomes).filteredOn(Outcome.Throttled.class::isInstance).hasSize(2);
        assertThat(meter.throttled).hasValue(2);
        assertThat(meter.invocations).hasValue(2);
    }

    @Test
    void admissionIsAskedOncePerInvocationAndReleasedOnce() {
        AtomicInteger held = new AtomicInteger();
        concurrency = (inFlight, _) -> {
            assertThat(inFlight).isEqualTo(held.get());
            if (held.get() >= 1) {
                return new Concurrency.Admission.Refused("ConcurrentInvocationLimitExceeded");
            }
            held.incrementAndGet();
            return new Concurrency.Admission.Accepted(held::decrementAndGet);
        };
        LambdaService service = service(Map.of());

        Future<Outcome> accepted = start(service, "/slow");
        Outcome refused = invoke(service, "/pid");

        assertThat(refused).isEqualTo(new Outcome.Throttled("ConcurrentInvocationLimitExceeded"));
        assertThat(result(accepted)).isInstanceOf(Outcome.Answered.class);
        assertThat(held).hasValue(0);
        assertThat(invoke(service, "/crash")).isInstanceOf(Outcome.Failed.class);
        assertThat(held).hasValue(0);
    }

    @Test
    void aCrashFailsItsInvocationAndTheNextGetsANewEnvironment() {
        LambdaService service = service(Map.of());
        long before = pid(invoke(service, "/pid"));

        Outcome crashed = invoke(service, "/crash");

        assertThat(failure(crashed)).contains("Runtime.ExitError").contains("exit status 3");
        assertThat(pid(invoke(service, "/pid"))).isNotEqualTo(before);
        assertThat(meter.errors).hasValue(1);
    }

    @Test
    void anErrorOfTheFunctionIsHandedOnAndTheEnvironmentStays() {
        LambdaService service = service(Map.of());
        long before = pid(invoke(service, "/pid"));

        assertThat(failure(invoke(service, "/error"))).contains("Test.Bad");
        assertThat(pid(invoke(service, "/pid"))).isEqualTo(before);
    }

    @Test
    void anInitErrorFailsTheInvocationThatWaited() {
        LambdaService service = service(Map.of("INIT", "error"));

        assertThat(failure(invoke(service, "/pid"))).contains("Test.Init").contains("no luck");
        assertThat(meter.coldStarts).hasValue(0);
        await().atMost(SOON).until(() -> children.pids().isEmpty());
    }

    @Test
    void anExitDuringInitFailsTheInvocationWithTheLastWords() {
        LambdaService service = service(Map.of("INIT", "exit"));

        assertThat(failure(invoke(service, "/pid"))).contains("exit status 7");
    }

    @Test
    void anInitThatTakesTooLongIsEnded() {
        timings.initTimeout = Duration.ofMillis(600);
        LambdaService service = service(Map.of("INIT", "hang"));

        assertThat(failure(invoke(service, "/pid"))).contains("Init timed out after 0.60 seconds");
        await().atMost(SOON).until(() -> children.pids().isEmpty());
    }

    @Test
    void aProgramThatDoesNotExistFailsTheInvocation() {
        LambdaService service = new LambdaService(loop,
                new Function("app", Map.of(), 512), new ProcessSandboxes(children, List.of("/nowhere/at-all")),
                concurrency, bounds,
                timings.build(), meter);

        assertThat(failure(invoke(service, "/pid"))).contains("Runtime.InvalidEntrypoint");
        assertThat(service.environments()).isZero();
    }

    @Test
    void anInvocationThatTakesTooLongEndsItsEnvironment() {
        timings.functionTimeout = Duration.ofMillis(700);
        LambdaService service = service(Map.of());
        invoke(service, "/pid");

        assertThat(failure(invoke(service, "/hang"))).contains("Task timed out after 0.70 seconds");
        await().atMost(SOON).until(() -> children.pids().isEmpty());
    }

    @Test
    void nothingIsLeftAfterTheIdleTime() {
        timings.environmentIdle = Duration.ofMillis(400);
        LambdaService service = service(Map.of());
        Future<Outcome> other = start(service, "/slow");
        invoke(service, "/slow");
        result(other);
        assertThat(children.pids()).isNotEmpty();

        await().atMost(SOON).until(() -> children.pids().isEmpty());
        assertThat(service.environments()).isZero();
        assertThat(meter.environments).hasValue(0);
        assertThat(invoke(service, "/pid")).isInstanceOf(Outcome.Answered.class);
    }

    @Test
    void theRuntimeLearnsDeadlineArnAndTrace() {
        LambdaService service = service(Map.of());
        long before = System.currentTimeMillis();

        JsonObject seen = answer(invoke(service, "/headers"));

        assertThat(seen.getLong("deadline")).isBetween(before + 60_000, System.currentTimeMillis() + 60_000);
        assertThat(seen.getString("arn")).isEqualTo("arn:aws:lambda:eu-central-1:123456789012:function:app");
        assertThat(seen.getString("trace")).isEqualTo("Root=1-trace");
    }

    @Test
    void anAnswerWithAWrongIdIsRefusedAndTheRightOneStillCounts() {
        assertThat(answer(invoke(service(Map.of()), "/wrong-id")).getInteger("status")).isEqualTo(400);
    }

    @Test
    void payloadsBeyondSixMegabytesAreRefusedBothWays() {
        LambdaService service = service(Map.of());

        Outcome event = result(service.invoke(Buffer.buffer(new byte[LambdaService.EVENT_LIMIT + 1]), "Root=1-trace"));
        assertThat(event).isEqualTo(new Outcome.TooLarge(LambdaService.EVENT_LIMIT + 1));
        assertThat(failure(invoke(service, "/big"))).contains("Function.ResponseSizeTooLarge");
        assertThat(invoke(service, "/pid")).isInstanceOf(Outcome.Answered.class);
    }

    @Test
    void waitingForAnEnvironmentHasAnEnd() {
        bounds = new Bounds(1, 1, 10);
        timings.integrationTimeout = Duration.ofMillis(600);
        LambdaService service = service(Map.of("INIT", "hang"));

        assertThat(invoke(service, "/pid")).isInstanceOf(Outcome.Throttled.class);
    }

    @Test
    void closingFailsWhatRunsAndEndsAllProcesses() {
        LambdaService service = service(Map.of());
        invoke(service, "/pid");
        Future<Outcome> running = start(service, "/slow");
        Results.of(service.close());

        assertThat(result(running)).isInstanceOfAny(Outcome.Failed.class, Outcome.Throttled.class);
        await().atMost(SOON).until(() -> children.pids().isEmpty());
        assertThat(invoke(service, "/pid")).isInstanceOf(Outcome.Throttled.class);
    }

    private LambdaService service(Map<String, String> environment) {
        Function function = new Function("app", environment, 512);
        return new LambdaService(loop, function, new ProcessSandboxes(children, Workload.command("function")),
                concurrency, bounds, timings.build(), meter);
    }

    private static Future<Outcome> start(LambdaService service, String path) {
        return service.invoke(new JsonObject().put("rawPath", path).toBuffer(), "Root=1-trace");
    }

    private static Outcome invoke(LambdaService service, String path) {
        return result(start(service, path));
    }

    private static Outcome result(Future<Outcome> outcome) {
        return Results.of(outcome);
    }

    private static JsonObject answer(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Answered.class);
        return ((Outcome.Answered) outcome).payload().toJsonObject();
    }

    private static long pid(Outcome outcome) {
        return answer(outcome).getLong("pid");
    }

    private static String failure(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        Outcome.Failed failed = (Outcome.Failed) outcome;
        return failed.errorType() + " " + failed.payload();
    }
}
