package dev.lambdaflex.weights.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.lambdaflex.weights.gate.Rollout.End;
import dev.lambdaflex.weights.gate.Rollout.Outcome;

class GatingFiguresTest {

    static void figures() {
        for (double p : new double[]{0.002, 0.03, 0.10, 0.5}) {
            for (int n : new int[]{5, 20, 100, 600}) {
                Rollout r = new Rollout(p, n);
                System.out.println("FIG " + p + " " + n + " first " + cell(x -> r.breaches(1, x)) + " flagger "
                        + cell(x -> r.breaches(5, x)) + " rule " + cell(x -> r.gated(30, Optional.empty(), x))
                        + " control same " + cell(x -> r.gated(30, Optional.of(new Rollout(p, n * 9)), x))
                        + " control healthy " + cell(x -> r.gated(30, Optional.of(new Rollout(0.002, n * 9)), x)));
            }
        }
        for (double p : new double[]{0.002, 0.03, 0.10}) {
            Rollout r = new Rollout(p, 5);
            System.out.println("FIG90 " + p + " rule " + cell(x -> r.gated(90, Optional.empty(), x)) + " control same "
                    + cell(x -> r.gated(90, Optional.of(new Rollout(p, 45)), x)));
        }
    }

    static String cell(Function<RandomGenerator, Outcome> f) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        List<Outcome> o = IntStream.range(0, 1000).mapToObj(_ -> f.apply(random)).toList();
        StringBuilder b = new StringBuilder();
        for (End e : End.values()) {
            List<Integer> c = o.stream().filter(x -> x.end() == e).map(Outcome::checks).sorted().toList();
            if (!c.isEmpty())
                b.append(e).append(' ').append(c.size() / 10.0).append("% @").append(c.get(c.size() / 2)).append("; ");
        }
        return b.toString();
    }

    @Test
    void x() {
        long t = System.nanoTime();
        figures();
        System.out.println("FIG time " + (System.nanoTime() - t) / 1e9);
        assertThat(0.1).isCloseTo(0.1, within(0.1));
    }
}
