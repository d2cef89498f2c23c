package dev.lambdaflex.workload;

import dev.lambdaflex.workload.host.WorkloadHost;
import dev.lambdaflex.workload.pets.PetStore;

/** The entry of the image, the same on both tiers. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        WorkloadHost.run(PetStore::router);
    }
}
