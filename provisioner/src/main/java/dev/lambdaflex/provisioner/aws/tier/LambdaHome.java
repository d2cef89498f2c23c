package dev.lambdaflex.provisioner.aws.tier;

/**
 * Where the Lambda tier of an app is.
 *
 * @param function the function's name
 * @param host     the custom domain of API Gateway, which is the name that clients ask for
 */
public record LambdaHome(String function, String host) {

    public LambdaHome {
        if (!function.matches("[a-zA-Z0-9-_]{1,64}")) {
            throw new IllegalArgumentException(
                    "function: '%s' (expected: the name of a Lambda function, 1 to 64 of a-z, A-Z, 0-9, - and _)"
                            .formatted(function));
        }
    }
}
