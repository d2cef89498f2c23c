package dev.lambdaflex.cli.up;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What is made to go wrong in a run, and what such a run must end with. */
enum Drill {
    /** Nothing goes wrong. */
    NONE("none", Result.COMPLETED),
    /** Fargate turns bad at 25 % and stays so. */
    FARGATE("fargate@25", Result.ROLLED_BACK),
    /** Every attempt to build the Fargate tier fails. */
    PROVISIONING("provisioning", Result.STAYED_ON_LAMBDA),
    /** The provisioner gets a SIGKILL in mid-step at 25 %; a new one starts from the store. */
    PROVISIONER("provisioner@25", Result.COMPLETED),
    /** Lambda turns bad during the drain and recovers later. */
    LAMBDA("lambda@drain", Result.COMPLETED);

    private final String label;
    private final Result expected;

    Drill(String label, Result expected) {
        this.label = label;
        this.expected = expected;
    }

    String label() {
        return label;
    }

    /** The outcome that the run must have. */
    Result expected() {
        return expected;
    }

    /**
     * The drill that {@code --fail} names.
     *
     * @throws IllegalArgumentException naming the drills there are
     */
    static Drill parse(String label) {
        return Arrays.stream(values())
                .filter(drill -> drill != NONE && drill.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--fail: '%s' (expected: %s)".formatted(label,
                        Arrays.stream(values())
                                .filter(drill -> drill != NONE)
                                .map(Drill::label)
                                .collect(Collectors.joining(", ")))));
    }
}
