package dev.lambdaflex.provisioner.aws.client;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/** What a failed call means for the world. */
public enum Fault {
    /** Not now: it had no effect and may be repeated. */
    BUSY,
    /** It had no effect, and the same again will be refused again. */
    REFUSED,
    /** There was no usable answer: it may have had its effect. */
    DOUBTFUL;

    private static final Set<String> BUSY_CODES = Set.of("PriorRequestNotComplete", "Throttling",
            "ThrottlingException", "ThrottledException", "RequestThrottled", "RequestThrottledException",
            "TooManyRequestsException", "RequestLimitExceeded", "SlowDown");

    public static Fault of(SdkException e) {
        if (e instanceof AwsServiceException service) {
            if (BUSY_CODES.contains(code(service))) {
                return BUSY;
            }
            return service.statusCode() >= 500 ? DOUBTFUL : REFUSED;
        }
        if (e instanceof SdkServiceException) {
            return DOUBTFUL;
        }
        boolean neverSent = cause(e, ConnectException.class) || cause(e, UnknownHostException.class)
                || cause(e, NoRouteToHostException.class) || withoutCredentials(e);
        return neverSent ? REFUSED : DOUBTFUL;
    }

    static String code(AwsServiceException e) {
        String code = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorCode();
        return code == null ? "" : code;
    }

    /** The SDK has no type of its own for it: every provider of the chain words it in its own way. */
    static boolean withoutCredentials(SdkException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("Unable to load credentials")
                || message.contains("Profile file contained no credentials");
    }

    static boolean cause(Throwable e, Class<? extends Throwable> type) {
        return find(e, type).isPresent();
    }

    /** The first of the causes, {@code e} itself among them, that is of {@code type}. */
    static <T extends Throwable> Optional<T> find(Throwable e, Class<T> type) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
