package dev.lambdaflex.provisioner.reconcile;

import java.util.function.Supplier;

/**
 * Every call of a port passes here, so that a simulation can let it fail before it takes effect, after it took effect but
 * before the answer, or after the answer.
 */
@FunctionalInterface
public interface Seam {

    /** Makes {@code call}, named {@code site} for the fault list: {@code zone.change}. */
    <T> T pass(String site, Supplier<T> call);

    /** The seam of production: nothing happens. */
    static Seam none() {
        return new Seam() {
            @Override
            public <T> T pass(String site, Supplier<T> call) {
                return call.get();
            }
        };
    }
}
