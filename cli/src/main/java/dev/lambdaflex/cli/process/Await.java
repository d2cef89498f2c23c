package dev.lambdaflex.cli.process;

import java.util.concurrent.CompletionException;

import dev.lambdaflex.cli.console.CommandFailure;
import dev.lambdaflex.cli.console.ExitCode;
import io.vertx.core.Future;

/** Waits on the command's own thread. */
public final class Await {

    private Await() {}

    /** The result; what hinders the system from coming up is a failure of the command, in the words of its cause. */
    public static <T> T started(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            throw failure(e);
        }
    }

    public static CommandFailure failure(CompletionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return new CommandFailure(ExitCode.UNAVAILABLE, String.valueOf(cause.getMessage()), cause);
    }

    /** Waits for an end; one that fails is an end, too. */
    public static void ended(Future<?> future) {
        future.otherwiseEmpty().toCompletionStage().toCompletableFuture().join();
    }
}
