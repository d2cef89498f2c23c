package dev.lambdaflex.weights.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.lambdaflex.weights.split.Split;

class PlanTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            standard                  | 1,5,10,25,50,75,100/2m
            standard/30s              | 1,5,10,25,50,75,100/30s
            STANDARD / 1.5h           | 1,5,10,25,50,75,100/90m
            canary:10%/5m             | 10,100/5m
            canary:10                 | 10,100/2m
            linear:10%/2m             | 10,20,30,40,50,60,70,80,90,100/2m
            linear:40%                | 40,80,100/2m
            linear: 2.5 % / 500ms     | 2.5,5,7.5,10,12.5,15,17.5,20,22.5,25,27.5,30,32.5,35,37.5,40,42.5,45,47.5,50,\
            52.5,55,57.5,60,62.5,65,67.5,70,72.5,75,77.5,80,82.5,85,87.5,90,92.5,95,97.5,100/500ms
            exponential:1%/2m         | 1,2,4,8,16,32,64,100/2m
            exponential:0.1           | 0.1,0.2,0.4,0.8,1.6,3.2,6.4,12.8,25.6,51.2,100/2m
            1,5,25,100/3m             | 1,5,25,100/3m
            1 %, 5 %, 100 % / PT3M    | 1,5,100/3m
            0.01,99.99,100/0s         | 0.01,99.99,100/0s
            100                       | 100/2m
            """)
    void everyFormIsReadAndWrittenBackAsAList(String text, String list) {
        assertThat(PlanText.of(PlanText.parse(text))).isEqualTo(list);
    }

    @Test
    void whatIsWrittenIsReadBackAsTheSamePlan() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(11);
        for (int i = 0; i < 500; i++) {
            Duration hold = Duration.ofMillis(random.nextLong(1, 200_000_000) / 1_000 * random.nextInt(1, 1_001));
            List<Step> steps = new ArrayList<>();
            random.ints(random.nextInt(9), 1, Split.WHOLE)
                    .distinct()
                    .sorted()
                    .forEach(share -> steps.add(new Step(new Split(share), hold)));
            steps.add(new Step(Split.ALL_FARGATE, hold));
            ShiftPlan plan = new ShiftPlan(steps);
            assertThat(PlanText.parse(PlanText.of(plan))).isEqualTo(plan);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ""                | '' is no percentage
            fast              | 'fast' is no percentage
            1,,100            | '' is no percentage
            1,x%,100          | 'x%' is no percentage
            -1,100            | '-1' is no percentage
            1e1,100           | '1e1' is no percentage
            1e999999999,100   | '1e999999999' is no percentage
            linear:           | '' is no percentage
            zigzag:10%        | no plan has the name 'zigzag'
            standard:10%      | no plan has the name 'standard'
            linear:0%         | plan: begins with 0 % (expected: a first share above 0 %)
            linear:0.01%      | plan: 10000 steps (expected: at most 100)
            canary:100%       | plan: 100 % fargate after 100 % fargate (expected: shares above 0 that rise)
            5,1,100           | plan: 1 % fargate after 5 % fargate (expected: shares above 0 that rise)
            1,5               | plan: ends at 5 % fargate (expected: 100 % as the last share)
            1,101             | fargatePercent: 101 (expected: 0 to 100, at most two decimals)
            1.005,100         | fargatePercent: 1.005 (expected: 0 to 100, at most two decimals)
            1,100/            | duration: '' (expected: such as 30s, 2m, 1h or PT2M)
            1,100/soon        | duration: 'soon' (expected: such as 30s, 2m, 1h or PT2M)
            1,100/2m/3m       | duration: '2m/3m' (expected: such as 30s, 2m, 1h or PT2M)
            1,100/-2m         | duration: '-2m' (expected: such as 30s, 2m, 1h or PT2M)
            """)
    void whatIsNotUnderstoodIsNamedWithTheFormsThatAre(String text, String cause) {
        assertThatThrownBy(() -> PlanText.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("plan: '" + text + "' is not understood: " + cause + " (expected: standard, canary:10%/5m,"
                        + " linear:10%/2m, exponential:1%/2m or a list such as 1,5,25,100/2m)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,5,25,100/3m", "linear:10%/2m"})
    void theTextMayStandBetweenBlanks(String text) {
        assertThat(PlanText.parse("  " + text + "\n")).isEqualTo(PlanText.parse(text));
    }
}
