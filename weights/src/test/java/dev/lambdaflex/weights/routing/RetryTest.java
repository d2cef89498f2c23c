package dev.lambdaflex.weights.routing;

import static dev.lambdaflex.weights.split.Tier.FARGATE;
import static dev.lambdaflex.weights.split.Tier.LAMBDA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lambdaflex.weights.split.Split;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest {

    private static final Split HALF = Split.ofPercent(50);

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE", "POST", "PATCH", "get", "PURGE"})
    void whatWasProvablyNotSentIsTriedAgainWhateverTheMethod(String method) {
        assertThat(Retry.allowed(method, Failure.CONNECT, 1, true)).isTrue();
        assertThat(Retry.allowed(method, Failure.POOL_FULL, 1, true)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"GET, true", "HEAD, true", "OPTIONS, true", "PUT, true", "DELETE, true", "TRACE, true", "POST, false",
            "PATCH, false", "get, false", "PURGE, false"})
    void afterAResetOnlyIdempotentMethodsAreTriedAgain(String method, boolean allowed) {
        assertThat(Retry.allowed(method, Failure.RESET, 1, true)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @EnumSource(Failure.class)
    void nothingIsTriedAThirdTimeNorWithoutItsBody(Failure failure) {
        assertThat(Retry.allowed("GET", failure, 2, true)).isFalse();
        assertThat(Retry.allowed("GET", failure, 1, false)).isFalse();
    }

    @Test
    void aRequestThatRanIntoItsDeadlineHasNoTimeForAnotherAttempt() {
        assertThat(Retry.allowed("GET", Failure.TIMEOUT, 1, true)).isFalse();
    }

    @Test
    void theSecondAttemptPrefersTheOtherTier() {
        assertThat(Retry.next(FARGATE, Failure.CONNECT, HALF, Availability.AVAILABLE)).contains(LAMBDA);
        assertThat(Retry.next(LAMBDA, Failure.RESET, HALF, Availability.AVAILABLE)).contains(FARGATE);
    }

    @Test
    void theSecondAttemptStaysWhenTheOtherTierMayNotBeAsked() {
        assertThat(Retry.next(LAMBDA, Failure.CONNECT, HALF, Availability.EJECTED)).contains(LAMBDA);
        assertThat(Retry.next(LAMBDA, Failure.CONNECT, Split.ALL_LAMBDA, Availability.AVAILABLE)).contains(LAMBDA);
        assertThat(Retry.next(FARGATE, Failure.CONNECT, HALF, Availability.ABSENT)).contains(FARGATE);
    }

    @Test
    void aFullPoolIsNotAskedAgain() {
        assertThat(Retry.next(LAMBDA, Failure.POOL_FULL, HALF, Availability.ABSENT)).isEmpty();
        assertThat(Retry.next(FARGATE, Failure.POOL_FULL, Split.ALL_FARGATE, Availability.AVAILABLE)).contains(LAMBDA);
    }
}
