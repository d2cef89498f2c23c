package dev.lambdaflex.cli.up;

/** How a run ended. */
enum Result {
    /** To Fargate, back to Lambda, and everything removed. */
    COMPLETED("completed"),
    /** Back to Lambda before Fargate served everything, and everything removed. */
    ROLLED_BACK("rolled-back"),
    /** Fargate never served anything, and everything is removed. */
    STAYED_ON_LAMBDA("stayed-on-lambda"),
    /** It did not come to an end in time. */
    TIMED_OUT("timed-out");

    private final String label;

    Result(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
