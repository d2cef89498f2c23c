package dev.lambdaflex.workload.lambda;

/** An answer that Lambda would not carry; nobody waits for the rest of it. */
final class AnswerTooLargeException extends RuntimeException {

    AnswerTooLargeException(String size, int limit) {
        super("answer: %s bytes (expected: at most %d, as a result of Lambda)".formatted(size, limit));
    }
}
