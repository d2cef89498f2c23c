package dev.lambdaflex.simulator.model.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.lambdaflex.simulator.model.metrics.CloudWatch;
import dev.lambdaflex.simulator.model.metrics.MetricsSettings;
import dev.lambdaflex.simulator.model.testing.VirtualClock;
import dev.lambdaflex.simulator.model.time.Streams;
import dev.lambdaflex.simulator.model.time.Timeline;

class LambdaFunctionTest {

    private static final Duration SHORT = Duration.ofMillis(20);

    private final VirtualClock clock = new VirtualClock();
    private final Timeline timeline = new Timeline(clock);
    private final List<String> ended = new ArrayList<>();

    @Test
    void theFirstRequestIsColdAndTheNextOneWarm() {
        LambdaFunction function = function(LambdaSettings.defaults());
        String environment = cold(function);
        function.release(environment, SHORT, false);
        assertThat(function.admit()).isEqualTo(new Admission.Warm(environment));
    }

    @Test
    void anEnvironmentServesOneRequestAtATime() {
        LambdaFunction function = function(LambdaSettings.defaults());
        assertThat(cold(function)).isNotEqualTo(cold(function));
        assertThat(function.busy()).isEqualTo(2);
    }

    @Test
    void refusesWhatIsAboveTheConcurrencyLimit() {
        LambdaFunction function = function(LambdaSettings.defaults().withConcurrencyLimit(2));
        String first = cold(function);
        cold(function);
        assertThat(function.admit()).isEqualTo(new Admission.Throttled("Rate Exceeded."));
        assertThat(function.throttledWithin(Duration.ofMinutes(1))).isTrue();
        function.release(first, SHORT, false);
        assertThat(function.admit()).isEqualTo(new Admission.Warm(first));
    }

    @Test
    void aLimitOfZeroTurnsTheFunctionOffEvenWithWarmEnvironments() {
        LambdaFunction function = function(LambdaSettings.defaults());
        function.release(cold(function), SHORT, false);
        function.reserve(0);
        assertThat(function.admit()).isInstanceOf(Admission.Throttled.class);
    }

    @Test
    void gainsNoMoreThan1000EnvironmentsInTenSeconds() {
        LambdaFunction function = function(LambdaSettings.defaults().withConcurrencyLimit(5000));
        for (int i = 0; i < 1000; i++) {
            cold(function);
        }
        assertThat(function.admit()).isInstanceOf(Admission.Throttled.class);
        pass(Duration.ofSeconds(10));
        cold(function);
    }

    @Test
    void unusedBudgetDoesNotAccumulate() {
        LambdaFunction function = function(LambdaSettings.defaults().withConcurrencyLimit(5000));
        cold(function);
        pass(Duration.ofMinutes(10));
        for (int i = 0; i < 1000; i++) {
            cold(function);
        }
        assertThat(function.admit()).isInstanceOf(Admission.Throttled.class);
    }

    @Test
    void anIdleEnvironmentEndsWithinTenMinutesAndABusyOneDoesNot() {
        LambdaFunction function = function(LambdaSettings.defaults());
        String idle = cold(function);
        String busy = cold(function);
        function.release(idle, SHORT, false);
        pass(Duration.ofMinutes(4));
        assertThat(ended).isEmpty();
        pass(Duration.ofMinutes(6));
        assertThat(ended).containsExactly(idle);
        assertThat(function.environments()).containsExactly(busy);
    }

    @Test
    void anEnvironmentInUseKeepsItsLife() {
        LambdaFunction function = function(LambdaSettings.defaults());
        function.release(cold(function), SHORT, false);
        for (int i = 0; i < 20; i++) {
            pass(Duration.ofMinutes(4));
            assertThat(function.admit()).isInstanceOfSatisfying(Admission.Warm.class,
                    warm -> function.release(warm.environment(), SHORT, false));
        }
        assertThat(ended).isEmpty();
    }

    @Test
    void aLostEnvironmentMakesRoom() {
        LambdaFunction function = function(LambdaSettings.defaults().withConcurrencyLimit(1));
        function.lost(cold(function));
        cold(function);
    }

    @Test
    void manyRequestsAtOnceUseAsManyEnvironmentsAsRunSideBySide() {
        LambdaFunction function = function(LambdaSettings.defaults());
        LambdaFunction.Served served = function.serve(6000, Duration.ofMinutes(1), Duration.ofMillis(100));
        assertThat(served).as("100/s of 100 ms: 10 at once, 20 with three deviations")
                .isEqualTo(
                        new LambdaFunction.Served(6000, 0, 20));
        assertThat(function.serve(6000, Duration.ofMinutes(1), Duration.ofMillis(100)).coldStarts()).isZero();
    }

    @Test
    void manyRequestsAtOnceAreThrottledAboveTheLimit() {
        LambdaFunction function = function(LambdaSettings.defaults().withConcurrencyLimit(5));
        LambdaFunction.Served served = function.serve(6000, Duration.ofMinutes(1), Duration.ofMillis(100));
        assertThat(served.served()).isEqualTo(3000);
        assertThat(served.throttled()).isEqualTo(3000);
    }

    private LambdaFunction function(LambdaSettings settings) {
        Streams streams = new Streams(1);
        CloudWatch metrics = new CloudWatch(MetricsSettings.defaults(), timeline, streams);
        return new LambdaFunction("shop", settings, timeline, metrics, ended::add, streams.of("lambda"));
    }

    private static String cold(LambdaFunction function) {
        Admission admission = function.admit();
        assertThat(admission).isInstanceOf(Admission.Cold.class);
        return ((Admission.Cold) admission).environment();
    }

    private void pass(Duration time) {
        clock.move(time);
        timeline.advance();
    }
}
