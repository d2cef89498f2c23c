package dev.lambdaflex.provisioner.store;

import dev.lambdaflex.provisioner.reconcile.MigrationStore;

class MemoryStoreTest extends MigrationStoreContract {

    @Override
    MigrationStore open() {
        return new MemoryStore();
    }
}
