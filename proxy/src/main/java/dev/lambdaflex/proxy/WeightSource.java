package dev.lambdaflex.proxy;

import java.util.function.Consumer;

/** Tells the edge the weights: a zone, a file, a push. */
public interface WeightSource {

    /**
     * Gives {@code listener} the weights as soon as they are known and whenever they change, from any thread. A source that
     * looks from time to time gives them after each successful look, changed or not, so that the edge knows how old its
     * knowledge is. A source that cannot look gives nothing: the edge goes on with what it has.
     */
    Subscription subscribe(Consumer<EdgeWeights> listener);

    /** Ends with {@link #cancel}: nothing is given after that. */
    interface Subscription {
        void cancel();
    }
}
