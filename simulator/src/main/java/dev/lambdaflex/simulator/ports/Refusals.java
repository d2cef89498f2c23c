package dev.lambdaflex.simulator.ports;

import java.util.List;

import dev.lambdaflex.provisioner.reconcile.CloudException;
import dev.lambdaflex.provisioner.reconcile.ConflictException;
import dev.lambdaflex.simulator.model.api.AwsError;

/** AWS's errors as the ports say them. */
final class Refusals {

    /** What a batch is told whose expectation does not hold: the compare of compare-and-swap. */
    private static final List<String> MISMATCHES = List.of("but it was not found", "do not match the current values",
            "but it already exists", "as a non-weighted set exists", "as other RRSets exist");

    private Refusals() {}

    static CloudException exception(AwsError error) {
        return new CloudException(sentence(error));
    }

    static CloudException changeException(AwsError error) {
        boolean mismatch = error.code().equals("InvalidChangeBatch")
                && MISMATCHES.stream().anyMatch(error.message()::contains);
        return mismatch ? new ConflictException(sentence(error)) : exception(error);
    }

    private static String sentence(AwsError error) {
        return "%s (%s)".formatted(error.message(), error.code());
    }
}
