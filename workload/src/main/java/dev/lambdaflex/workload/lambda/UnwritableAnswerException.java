package dev.lambdaflex.workload.lambda;

/** An answer that the format of its event cannot hold. */
final class UnwritableAnswerException extends RuntimeException {

    UnwritableAnswerException(String message) {
        super("answer: " + message);
    }
}
