package dev.lambdaflex.simulator.check;

/** What must hold whatever happens, by the numbers of the design. */
public enum Invariant {
    /** No share rises on a tier that is not healthy. */
    I1,
    /** No change leaves a healthy tier without weight while only sick ones have it. */
    I2,
    /** No teardown while the tier has weight or was asked within the drain window. */
    I3,
    /** No record leads to something deleted. */
    I4,
    /** One writer: the version of the state and the term of the records' writer only rise. */
    I5,
    /** Nothing is built twice, and at the end nothing is left. */
    I6,
    /** Automatic steps never exceed the plan. */
    I7,
    /** A rollback ends within its deadline or says that it failed. */
    I8,
    /** What a person holds, automation does not move. */
    I9
}
