package dev.lambdaflex.simulator.wire.signature;

import java.util.Optional;

/**
 * The credential scope of a signature: {@code AKID/20261124/us-east-1/route53/aws4_request}.
 *
 * @param date as it stands there: {@code 20261124}
 */
public record Scope(String accessKey, String date, String region, String service) {

    static final String END = "aws4_request";

    static Optional<Scope> parse(String credential) {
        String[] parts = credential.split("/", -1);
        return parts.length == 5 && parts[4].equals(END)
                ? Optional.of(new Scope(parts[0], parts[1], parts[2], parts[3]))
                : Optional.empty();
    }

    /** The scope without the key, as it is signed. */
    String signed() {
        return String.join("/", date, region, service, END);
    }
}
