package dev.lambdaflex.provisioner.aws.client;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.function.Supplier;

import dev.lambdaflex.provisioner.reconcile.CloudException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/** What a failed call means to a person: one sentence that names the call, the cause, and what helps. */
public final class Refusal {

    private Refusal() {}

    /**
     * Makes {@code call}, known to IAM as {@code action}: {@code ecs:UpdateService}.
     *
     * @throws CloudException when it fails
     */
    public static <T> T worded(String action, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw exception(action, e);
        }
    }

    public static CloudException exception(String action, SdkException e) {
        return new CloudException(sentence(action, e), e);
    }

    /** The sentence alone. */
    public static String sentence(String action, SdkException e) {
        if (e instanceof AwsServiceException service) {
            return refused(action, service);
        }
        if (Fault.withoutCredentials(e)) {
            return "%s: no AWS credentials in the environment, a profile, or the role of a container or instance (set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY)"
                    .formatted(action);
        }
        if (Fault.cause(e, UnknownHostException.class)) {
            return "%s: no such host (is the region right, and the network there?): %s".formatted(action, root(e));
        }
        if (Fault.cause(e, ConnectException.class)) {
            return "%s: nobody listens at %s (is it up, and its address right?)".formatted(action, root(e));
        }
        if (e instanceof ApiCallTimeoutException || e instanceof ApiCallAttemptTimeoutException) {
            return "%s: no answer in time: %s".formatted(action, e.getMessage());
        }
        return "%s: no usable answer: %s".formatted(action, root(e));
    }

    private static String refused(String action, AwsServiceException e) {
        String code = Fault.code(e);
        String said = message(e);
        return switch (code) {
            case "ExpiredToken", "ExpiredTokenException", "RequestExpired" ->
                "%s: the session's credentials have expired, get new ones (%s)".formatted(action, code);
            case "InvalidClientTokenId", "UnrecognizedClientException", "InvalidAccessKeyId" ->
                "%s: AWS does not know these credentials (%s), look at AWS_PROFILE or AWS_ACCESS_KEY_ID"
                        .formatted(action, code);
            case "SignatureDoesNotMatch", "InvalidSignatureException" -> said.contains("region")
                    ? "%s: signed for the wrong region, set the one that is meant: %s".formatted(action, said)
                    : "%s: the secret key does not fit its id, or the clock is wrong: %s".formatted(action, said);
            case "AccessDenied", "AccessDeniedException", "UnauthorizedOperation" ->
                "%s: not allowed, the policy of these credentials lacks %s: %s".formatted(action, action, said);
            case "OptInRequired", "SubscriptionRequiredException" ->
                "%s: the account has not enabled this service or region: %s".formatted(action, said);
            case "NoSuchHostedZone" ->
                "%s: there is no such hosted zone in this account, look at its id and at whose credentials these are: %s"
                        .formatted(action, said);
            default -> outsideTheZone(said)
                    ? "%s: the name is outside the hosted zone: %s".formatted(action, said)
                    : "%s: %s (%s)".formatted(action, said.isEmpty() ? "HTTP " + e.statusCode() : said, code);
        };
    }

    private static boolean outsideTheZone(String said) {
        return said.contains("is not permitted in zone");
    }

    private static String message(AwsServiceException e) {
        String message = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorMessage();
        return message == null ? "" : message;
    }

    private static String root(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
