package dev.lambdaflex.simulator.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CallsTest {

    @Test
    void sameSeedMakesTheSameSequence() {
        assertThat(calls(7)).isEqualTo(calls(7));
    }

    @Test
    void anotherSeedMakesAnotherSequence() {
        assertThat(calls(7)).isNotEqualTo(calls(8));
    }

    @Test
    void mixIsKept() {
        Map<Class<?>, Long> kinds = calls(1).stream()
                .collect(Collectors.groupingBy(Object::getClass,
                        Collectors.counting()));

        assertThat(kinds.get(ReadPet.class)).isBetween(5_700L, 6_300L);
        assertThat(kinds.get(Echo.class)).isBetween(2_700L, 3_100L);
        assertThat(kinds.get(AskTier.class)).isBetween(700L, 900L);
        assertThat(kinds.get(AddPet.class)).isBetween(230L, 370L);
    }

    @Test
    void noTwoEchoesAreTheSame() {
        assertThat(calls(1).stream().filter(Echo.class::isInstance)).doesNotHaveDuplicates();
    }

    @Test
    void everyPathIsVisibleAsciiAndFitsTheLimitOfApiGateway() {
        assertThat(calls(3)).allSatisfy(call -> assertThat(call.path()).matches("/[!-~]{0,9000}"));
        assertThat(calls(3)).anySatisfy(call -> assertThat(call.path().length()).isGreaterThan(5_000));
    }

    @Test
    void mixWithoutAnyKindIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RequestMix(0, 0, 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new RequestMix(1, -1, 0, 0, 0))
                .withMessage("echo: -1 (expected: 0 or more)");
    }

    private static List<Call> calls(long seed) {
        Calls calls = new Calls(RequestMix.usual(), seed);
        return Stream.generate(calls::next).limit(10_000).toList();
    }
}
