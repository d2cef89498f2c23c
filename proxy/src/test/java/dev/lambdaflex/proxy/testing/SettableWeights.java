package dev.lambdaflex.proxy.testing;

import dev.lambdaflex.proxy.EdgeWeights;
import dev.lambdaflex.proxy.Upstream;
import dev.lambdaflex.proxy.WeightSource;
import dev.lambdaflex.weights.split.Split;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A source of weights that a test sets. */
public final class SettableWeights implements WeightSource {

    private final List<Consumer<EdgeWeights>> listeners = new CopyOnWriteArrayList<>();
    private long version;
    private @Nullable EdgeWeights current;

    @Override
    public synchronized Subscription subscribe(Consumer<EdgeWeights> listener) {
        listeners.add(listener);
        if (current != null) {
            listener.accept(current);
        }
        return () -> listeners.remove(listener);
    }

    public synchronized void set(Split split, Optional<Upstream> lambda, Optional<Upstream> fargate) {
        version++;
        give(new EdgeWeights(version, split, lambda, fargate));
    }

    public synchronized void give(EdgeWeights weights) {
        current = weights;
        listeners.forEach(listener -> listener.accept(weights));
    }

    public int listeners() {
        return listeners.size();
    }
}
