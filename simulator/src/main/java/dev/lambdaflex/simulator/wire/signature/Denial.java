package dev.lambdaflex.simulator.wire.signature;

import dev.lambdaflex.simulator.model.api.AwsError;
import dev.lambdaflex.simulator.wire.protocol.Protocol;

/** Why a request is not let in. Codes and statuses differ by protocol, the texts hardly. */
public record Denial(Reason reason, String message) {

    /** The kinds of denial. */
    public enum Reason {
        /** No signature at all. */
        MISSING(403, "MissingAuthenticationToken", "MissingAuthenticationTokenException"),
        /** A signature that cannot be read. */
        INCOMPLETE(400, "IncompleteSignature", "IncompleteSignatureException"),
        /** A key that the cloud does not know, or a token that is not the key's. */
        UNKNOWN_KEY(403, "InvalidClientTokenId", "UnrecognizedClientException"),
        /** A key whose time is over. */
        EXPIRED(403, "ExpiredToken", "ExpiredTokenException"),
        /** A wrong secret, another region, an old clock. */
        BAD_SIGNATURE(403, "SignatureDoesNotMatch", "InvalidSignatureException");

        private final int status;
        private final String xmlCode;
        private final String jsonCode;

        Reason(int status, String xmlCode, String jsonCode) {
            this.status = status;
            this.xmlCode = xmlCode;
            this.jsonCode = jsonCode;
        }
    }

    static Denial missing() {
        return new Denial(Reason.MISSING, "Missing Authentication Token");
    }

    static Denial incomplete(String message) {
        return new Denial(Reason.INCOMPLETE, message);
    }

    static Denial unknownKey() {
        return new Denial(Reason.UNKNOWN_KEY, "The security token included in the request is invalid.");
    }

    static Denial expired() {
        return new Denial(Reason.EXPIRED, "The security token included in the request is expired");
    }

    static Denial badSignature(String message) {
        return new Denial(Reason.BAD_SIGNATURE, message);
    }

    /** The denial in the words of {@code protocol}. */
    public AwsError in(Protocol protocol) {
        return switch (protocol) {
            case REST_XML, QUERY -> AwsError.of(reason.status, reason.xmlCode, message);
            case EC2_QUERY -> ec2();
            case REST_JSON -> AwsError.of(reason.status, reason.jsonCode, message);
            // The RPC protocols answer every denial with 400.
            case JSON_1_0, JSON_1_1, CBOR -> AwsError.of(400, reason.jsonCode, message);
        };
    }

    private AwsError ec2() {
        return switch (reason) {
            case UNKNOWN_KEY, BAD_SIGNATURE -> AwsError.of(401, "AuthFailure",
                    "AWS was not able to validate the provided access credentials");
            case EXPIRED -> AwsError.of(400, "RequestExpired", "Request has expired.");
            case MISSING, INCOMPLETE -> AwsError.of(reason.status, reason.xmlCode, message);
        };
    }
}
