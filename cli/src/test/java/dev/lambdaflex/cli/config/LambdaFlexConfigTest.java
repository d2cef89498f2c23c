package dev.lambdaflex.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.lambdaflex.weights.gate.GateSettings;
import dev.lambdaflex.weights.migration.DriftPolicy;
import dev.lambdaflex.weights.migration.Environments;
import dev.lambdaflex.weights.migration.Fleet;
import dev.lambdaflex.weights.migration.Policy;
import dev.lambdaflex.weights.migration.Timing;
import dev.lambdaflex.weights.plan.ShiftPlan;
import dev.lambdaflex.weights.policy.ThresholdTierPolicy;
import org.junit.jupiter.api.Test;

class LambdaFlexConfigTest {

    @Test
    void whatIsLeftOutKeepsItsDefault() {
        LambdaFlexConfig config = LambdaFlexConfig.parse("f.yaml", """
                apps:
                  - name: petstore
                    host: petstore.example.org
                """);
        assertThat(config.apps()).containsExactly(AppConfig.named("petstore", "petstore.example.org"));
        assertThat(config.apps().getFirst().policy()).isEqualTo(Policy.defaults());
    }

    @Test
    void eachKeyReachesItsPlace() {
        LambdaFlexConfig config = LambdaFlexConfig.parse("f.yaml", """
                apps:
                  - name: shop
                    host: shop.example.org
                    plan: 10,100/30s
                    drift: halt
                    frozen: true
                    gates:
                      errorLimit: 2%
                      minimumRequests: 11
                      latencyLimit: 250ms
                      latencyRatio: 1.25
                      latencySamples: 12
                      failedProbes: 13
                    thresholds:
                      upAbove: 21
                      downBelow: 4.5
                      panicFactor: 3
                      stableWindow: 22s
                      panicWindow: 3s
                      dwell: 24s
                    fleet:
                      least: 3
                      most: 31
                      requestsPerTask: 32.5
                    environments:
                      most: 33
                      requestsPerEnvironment: 3.5
                    timing:
                      settle: 41s
                      metricsLag: 42s
                      stepDeadline: 43s
                      provisionDeadline: 44s
                      verifyDeadline: 45s
                      bake: 46s
                      quiet: 47s
                      quietMost: 48s
                      teardownDeadline: 49s
                      rollbackStep: 50s
                      rollbackDeadline: 51s
                      backoff: 52s
                      backoffMost: 53s
                """);
        assertThat(config.apps()).containsExactly(new AppConfig("shop", "shop.example.org",
                ShiftPlan.ofPercents(Duration.ofSeconds(30), 10, 100),
                new GateSettings(0.02, 11, Duration.ofMillis(250), 1.25, 12, 13), timingFrom(41),
                new ThresholdTierPolicy(21, 4.5, 3, Duration.ofSeconds(22), Duration.ofSeconds(3),
                        Duration.ofSeconds(24)),
                new Fleet(3, 31, 32.5), new Environments(33, 3.5), DriftPolicy.HALT, true));
    }

    @Test
    void theExampleStatesTheDefaults() {
        assertThat(LambdaFlexConfig.parse("example", LambdaFlexConfig.example()).apps())
                .containsExactly(AppConfig.named("petstore", "petstore.example.org"));
    }

    @Test
    void theExampleShowsEachKeyThereIs() {
        Stream<Class<? extends Record>> sections = Stream.of(AppConfig.class, GateSettings.class, Timing.class,
                ThresholdTierPolicy.class, Fleet.class, Environments.class);
        assertThat(sections.flatMap(section -> Arrays.stream(section.getRecordComponents()))
                .map(component -> Pattern.compile("^ *(?:- )?" + component.getName() + ":", Pattern.MULTILINE))
                .filter(key -> !key.matcher(LambdaFlexConfig.example()).find())
                .map(Pattern::pattern)).isEmpty();
        Matcher tabs = Pattern.compile("\t").matcher(LambdaFlexConfig.example());
        assertThat(tabs.find()).isFalse();
    }

    private static Timing timingFrom(int seconds) {
        Duration[] d = new Duration[13];
        Arrays.setAll(d, i -> Duration.ofSeconds(seconds + i));
        return new Timing(d[0], d[1], d[2], d[3], d[4], d[5], d[6], d[7], d[8], d[9], d[10], d[11], d[12]);
    }
}
