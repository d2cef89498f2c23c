package dev.lambdaflex.workload.lambda;

/** An answer that ended too early, after a part of it had gone out. */
final class BrokenAnswerException extends Exception {

    BrokenAnswerException(String message) {
        super(message);
    }
}
