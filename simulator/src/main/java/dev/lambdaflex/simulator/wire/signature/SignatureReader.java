package dev.lambdaflex.simulator.wire.signature;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import dev.lambdaflex.simulator.wire.WireRequest;
import dev.lambdaflex.simulator.wire.protocol.Form;

/** Finds the signature in a request. */
final class SignatureReader {

    private static final List<String> PARTS = List.of("Credential", "SignedHeaders", "Signature");

    private SignatureReader() {}

    /** The signature, or why there is none to be read. */
    sealed interface Found {

        record Signed(Signature signature) implements Found {}

        record Unreadable(Denial denial) implements Found {}
    }

    static Found read(WireRequest request) {
        Optional<String> header = request.header("authorization");
        if (header.isPresent()) {
            return fromHeader(header.get(), request);
        }
        Form query = Form.parse(request.query());
        return query.get("X-Amz-Algorithm").isPresent() ? fromQuery(query) : new Found.Unreadable(Denial.missing());
    }

    private static Found fromHeader(String header, WireRequest request) {
        if (!header.startsWith(Signature.ALGORITHM + " ")) {
            return unreadable("Unsupported algorithm in the Authorization header (expected: %s). Authorization=%s"
                    .formatted(Signature.ALGORITHM, beginning(header)));
        }
        Map<String, String> parts = parts(header.substring(Signature.ALGORITHM.length()));
        List<String> missing = new ArrayList<>();
        PARTS.stream()
                .filter(part -> !parts.containsKey(part))
                .forEach(part -> missing.add("Authorization header requires '%s' parameter.".formatted(part)));
        Optional<String> stamp = request.header("x-amz-date");
        if (stamp.isEmpty()) {
            missing.add("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
        }
        if (!missing.isEmpty()) {
            return unreadable(String.join(" ", missing) + " Authorization=" + beginning(header));
        }
        return signed(parts, stamp.orElse(""), request.header("x-amz-security-token"), Optional.empty());
    }

    private static Found fromQuery(Form query) {
        Map<String, String> parts = new TreeMap<>();
        PARTS.forEach(part -> query.get("X-Amz-" + part).ifPresent(value -> parts.put(part, value)));
        String expires = query.get("X-Amz-Expires").orElse("");
        boolean whole = parts.size() == PARTS.size() && expires.matches("[0-9]{1,6}")
                && query.get("X-Amz-Algorithm").equals(Optional.of(Signature.ALGORITHM));
        return whole
                ? signed(parts, query.get("X-Amz-Date").orElse(""), query.get("X-Amz-Security-Token"),
                        Optional.of(Duration.ofSeconds(Long.parseLong(expires))))
                : unreadable(
                        "A presigned query requires X-Amz-Algorithm=%s, X-Amz-Credential, X-Amz-SignedHeaders, X-Amz-Expires and "
                                .formatted(Signature.ALGORITHM) + "X-Amz-Signature.");
    }

    private static Found signed(Map<String, String> parts, String stamp, Optional<String> token,
            Optional<Duration> presigned) {
        @Nullable
        Instant time = Signature.parseStamp(stamp);
        if (time == null) {
            return unreadable(
                    "Date must be in ISO-8601 'basic format'. Got '%s'. See http://en.wikipedia.org/wiki/ISO_8601"
                            .formatted(stamp));
        }
        String credential = parts.getOrDefault("Credential", "");
        Optional<Scope> scope = Scope.parse(credential);
        if (scope.isEmpty()) {
            return unreadable("Credential must have exactly 5 slash-delimited elements, e.g. "
                    + "keyid/date/region/service/aws4_request, got '%s'".formatted(credential));
        }
        List<String> headers = List.of(parts.getOrDefault("SignedHeaders", "").split(";", -1));
        return new Found.Signed(new Signature(scope.get(), headers, parts.getOrDefault("Signature", ""), time, token,
                presigned));
    }

    private static Map<String, String> parts(String text) {
        Map<String, String> parts = new HashMap<>();
        for (String part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parts.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
            }
        }
        return parts;
    }

    private static Found unreadable(String message) {
        return new Found.Unreadable(Denial.incomplete(message));
    }

    private static String beginning(String header) {
        return header.length() <= 80 ? header : header.substring(0, 80) + "…";
    }
}
