package dev.lambdaflex.workload.host;

/** Whether balancers should send requests. Goes one way: a process that began to stop never becomes ready again. */
final class Readiness {

    private volatile boolean stopping;

    boolean isStopping() {
        return stopping;
    }

    void stop() {
        stopping = true;
    }
}
