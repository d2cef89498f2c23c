package dev.lambdaflex.workload.host;

import dev.lambdaflex.workload.lambda.InvocationError;
import dev.lambdaflex.workload.lambda.RuntimeApi;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says why the process could not start: on standard error, and to the Runtime API where there is one. */
final class StartFailure {

    private StartFailure() {}

    static void report(Map<String, String> environment, Throwable failure) {
        String sentence = sentence(failure);
        HostLog.line("cannot start: " + sentence);
        @Nullable
        String runtimeApi = environment.get(ServingTier.RUNTIME_API);
        if (runtimeApi != null) {
            tellLambda(runtimeApi, new InvocationError("Workload.InitFailed", sentence));
        }
    }

    private static void tellLambda(String runtimeApi, InvocationError error) {
        try {
            new RuntimeApi(runtimeApi).failInit(error);
        } catch (IOException | IllegalArgumentException unreachable) {
            HostLog.line("Runtime API did not take the init error: " + unreachable.getMessage());
        }
    }

    /** Our own refusals are sentences already; of all other failures the kind matters as well. */
    private static String sentence(Throwable failure) {
        String message = failure.getMessage();
        return failure instanceof IllegalArgumentException && message != null ? message : failure.toString();
    }
}
