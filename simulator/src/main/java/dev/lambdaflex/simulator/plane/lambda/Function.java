package dev.lambdaflex.simulator.plane.lambda;

import java.util.HashMap;
import java.util.Map;

/**
 * The function that environments run. It finds the Runtime API in {@code AWS_LAMBDA_RUNTIME_API}.
 *
 * @param name        as in its ARN
 * @param environment the function's own variables
 * @param memoryMb    told to the function, and enforced where sandboxes can
 */
public record Function(String name, Map<String, String> environment, int memoryMb) {

    private static final String REGION = "eu-central-1";
    private static final String ACCOUNT = "123456789012";

    public Function {
        environment = Map.copyOf(environment);
        if (memoryMb < 128 || memoryMb > 10_240) {
            throw new IllegalArgumentException("memoryMb: %d (expected: 128 to 10240)".formatted(memoryMb));
        }
    }

    String arn() {
        return "arn:aws:lambda:%s:%s:function:%s".formatted(REGION, ACCOUNT, name);
    }

    /** The variables that Lambda sets, under the function's own, with the Runtime API at {@code runtimeApi}. */
    Map<String, String> variables(String runtimeApi, String logStream) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
        all.put("AWS_LAMBDA_FUNCTION_NAME", name);
        all.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        all.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(memoryMb));
        all.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        all.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + name);
        all.put("AWS_LAMBDA_LOG_STREAM_NAME", logStream);
        all.put("AWS_REGION", REGION);
        all.put("AWS_DEFAULT_REGION", REGION);
        return all;
    }
}
