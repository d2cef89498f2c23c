package dev.lambdaflex.weights.routing;

/** Whether a tier can be asked at this moment, as the edge sees it. */
public enum Availability {
    /** It has an upstream that answers. */
    AVAILABLE,
    /** It has an upstream that failed too often and is left alone for a while. */
    EJECTED,
    /** It has no upstream at all: not built yet, or removed. */
    ABSENT
}
