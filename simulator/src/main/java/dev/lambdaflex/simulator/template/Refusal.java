package dev.lambdaflex.simulator.template;

/** Leaves the depth of a template with what is wrong with it. It never gets out of this package. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    Refusal(String message) {
        super(message, null, false, false);
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
