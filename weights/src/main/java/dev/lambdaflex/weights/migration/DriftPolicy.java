package dev.lambdaflex.weights.migration;

import java.util.Locale;

/** What becomes of records that somebody else changed. Records of others beside ours are never touched, whatever it says. */
public enum DriftPolicy {

    /** They are put back. */
    REVERT,

    /** A changed split is taken over as one set by hand. Anything else, such as a record that leads elsewhere, halts. */
    ADOPT,

    /** Nothing is written until a person decides. */
    HALT;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
