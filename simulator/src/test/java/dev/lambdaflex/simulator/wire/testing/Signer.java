package dev.lambdaflex.simulator.wire.testing;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signature version 4, as small as a test needs it: the query must be encoded already. */
public record Signer(String id, String secret, Optional<String> token, String region, String service) {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
            .withZone(ZoneOffset.UTC);

    public static Signer of(String id, String secret, String service) {
        return new Signer(id, secret, Optional.empty(), "us-east-1", service);
    }

    public Signer withToken(String chosen) {
        return new Signer(id, secret, Optional.of(chosen), region, service);
    }

    public Signer inRegion(String other) {
        return new Signer(id, secret, token, other, service);
    }

    public Signer forService(String other) {
        return new Signer(id, secret, token, region, other);
    }

    /** The headers that make a request of {@code method} to {@code uri} a signed one. */
    public Map<String, String> sign(String method, URI uri, byte[] body, Instant now) {
        String stamp = STAMP.format(now);
        TreeMap<String, String> signed = new TreeMap<>(Map.of("host", uri.getAuthority(), "x-amz-date", stamp));
        token.ifPresent(value -> signed.put("x-amz-security-token", value));
        String names = String.join(";", signed.keySet());
        String headers = signed.entrySet()
                .stream()
                .map(it -> it.getKey() + ":" + it.getValue() + "\n")
                .collect(Collectors.joining());
        String path = uri.getRawPath().replace("%", "%25");
        String query = Stream.of(Optional.ofNullable(uri.getRawQuery()).orElse("").split("&", -1))
                .sorted()
                .collect(Collectors.joining("&"));
        String canonical = String.join("\n", method, path, query, headers, names, sha256(body));
        String scope = String.join("/", stamp.substring(0, 8), region, service, "aws4_request");
        String text = String.join("\n", "AWS4-HMAC-SHA256", stamp, scope,
                sha256(canonical.getBytes(StandardCharsets.UTF_8)));
        byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/", -1)) {
            key = hmac(key, part);
        }
        signed.remove("host");
        signed.put("authorization",
                "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s".formatted(id, scope,
                        names, HexFormat.of().formatHex(hmac(key, text))));
        return signed;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
