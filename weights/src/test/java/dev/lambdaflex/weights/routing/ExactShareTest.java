package dev.lambdaflex.weights.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactShareTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 7, 99, 100, 101, 250, 333, 1_000, 2_500, 3_333, 4_999, 5_000, 5_001, 6_667, 7_500,
            9_001,
            9_900, 9_998, 9_999, 10_000})
    void everyWindowIsWithinOneRequestOfTheShare(int basisPoints) {
        Split split = new Split(basisPoints);
        int requests = 3 * Split.WHOLE;

        assertExactInAllWindows(walk(index -> split, requests, 0), index -> split, requests);
    }

    @Test
    void everyWindowIsWithinOneRequestOfTheShareForRandomSplitsAndStarts() {
        SplittableRandom random = new SplittableRandom(20_261_124);
        for (int round = 0; round < 300; round++) {
            Split split = new Split(random.nextInt(Split.WHOLE + 1));
            long start = random.nextLong(1L << 62);

            assertExactInAllWindows(walk(index -> split, 5_000, start), index -> split, 5_000);
        }
    }

    @Test
    void windowsThatSpanChangesOfTheSplitAreWithinOneRequestToo() {
        SplittableRandom random = new SplittableRandom(4_711);
        for (int round = 0; round < 300; round++) {
            Split[] plan = new Split[4_000];
            int left = 0;
            Split current = Split.ALL_LAMBDA;
            for (int index = 0; index < plan.length; index++) {
                if (left-- == 0) {
                    left = random.nextInt(1, 400);
                    current = new Split(random.nextInt(10) == 0 ? random.nextInt(3) : random.nextInt(Split.WHOLE + 1));
                }
                plan[index] = current;
            }

            assertExactInAllWindows(walk(index -> plan[index], plan.length, 0), index -> plan[index], plan.length);
        }
    }

    @Test
    void aTierWithoutShareGetsNothingWhereverTheWalkStands() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 100_000; i++) {
            long position = random.nextLong();

            assertThat(ExactShare.tier(Split.ALL_LAMBDA, position)).isEqualTo(Tier.LAMBDA);
            assertThat(ExactShare.tier(Split.ALL_FARGATE, position)).isEqualTo(Tier.FARGATE);
        }
    }

    private interface Plan {
        Split at(int index);
    }

    /** How many of the first n requests went to Fargate, for each n. */
    private static int[] walk(Plan plan, int requests, long start) {
        int[] fargate = new int[requests + 1];
        long position = start;
        for (int index = 0; index < requests; index++) {
            boolean toFargate = ExactShare.tier(plan.at(index), position) == Tier.FARGATE;
            fargate[index + 1] = fargate[index] + (toFargate ? 1 : 0);
            position += ExactShare.step(plan.at(index));
        }
        return fargate;
    }

    /**
     * A window (a, b] is off by e(b) - e(a), where e(n) is how far the first n requests are from their share. All windows are
     * within one request when the largest and the smallest e are: one pass instead of all pairs.
     */
    private static void assertExactInAllWindows(int[] fargate, Plan plan, int requests) {
        long share = 0;
        long least = 0;
        long most = 0;
        for (int n = 1; n <= requests; n++) {
            share += plan.at(n - 1).share(Tier.FARGATE);
            long error = (long) fargate[n] * Split.WHOLE - share;
            least = Math.min(least, error);
            most = Math.max(most, error);
        }
        assertThat(most - least).isLessThan(Split.WHOLE);
    }
}
