package dev.lambdaflex.simulator.plane.process;

import dev.lambdaflex.simulator.plane.sandbox.Sandbox;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A copy of the workload that is a process, or was to be one. */
sealed interface ProcessSandbox extends Sandbox {

    /** It has a process. */
    record Started(Child child, String host) implements ProcessSandbox {

        @Override
        public boolean running() {
            return child.running();
        }

        @Override
        public CompletableFuture<Integer> exit() {
            return child.exit();
        }

        @Override
        public String lastWords() {
            return child.lastWords();
        }

        @Override
        public void stop(Duration stopTimeout) {
            child.stop(stopTimeout);
        }

        @Override
        public void kill() {
            child.kill();
        }
    }

    /** The system refused to start the program. */
    record NeverStarted(IOException cause, String host) implements ProcessSandbox {

        @Override
        public boolean running() {
            return false;
        }

        @Override
        public CompletableFuture<Integer> exit() {
            return CompletableFuture.failedFuture(cause);
        }

        @Override
        public String lastWords() {
            return "";
        }

        @Override
        public void stop(Duration stopTimeout) {}

        @Override
        public void kill() {}
    }
}
