package dev.lambdaflex.weights.migration;

import dev.lambdaflex.weights.split.RecordSet;

/** What the shell shall do. Every action may be repeated: doing it twice is doing it once. */
public sealed interface Action {

    /**
     * Change the records if they still stand exactly as expected. With both equal it changes nothing and only gives the
     * records' present state an id to ask for.
     */
    record ChangeRecords(RecordSet expected, RecordSet wanted) implements Action {}

    /** Build the Fargate tier. A repeated token is the same build. */
    record BuildFargate(String token, int tasks) implements Action {}

    /** Let the Fargate tier run this many tasks. */
    record ScaleFargate(int tasks) implements Action {}

    /** Reserve this many environments for the Lambda tier, which caps it, too. */
    record ReserveLambda(int environments) implements Action {}

    /** Remove the Fargate tier and all that belongs to it. A repeated token is the same removal. */
    record RemoveFargate(String token) implements Action {}
}
