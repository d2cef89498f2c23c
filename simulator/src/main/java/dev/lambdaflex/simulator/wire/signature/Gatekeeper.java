package dev.lambdaflex.simulator.wire.signature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

import dev.lambdaflex.simulator.wire.WireRequest;

/**
 * Decides whether a request is let in: signature there and readable, region, clock, key, token, signature right; in this order,
 * and the first that fails is the answer.
 */
public final class Gatekeeper {

    /** How far a caller's clock may be off. */
    private static final Duration LEEWAY = Duration.ofMinutes(15);
    private static final String UNSIGNED = "UNSIGNED-PAYLOAD";
    /** What the SDK for Java signs Route 53's calls for when its end point is another than AWS's own. */
    private static final String GLOBAL = "aws-global";
    private static final Set<String> GLOBAL_SERVICES = Set.of("route53", "iam");

    private final AccessKeys keys;
    private final String region;
    private final InstantSource clock;

    /** Judges by the wall clock.
     *
     * @param clock the wall clock, for callers sign by theirs however fast the cloud's time goes */
    public Gatekeeper(AccessKeys keys, String region, InstantSource clock) {
        this.keys = keys;
        this.region = region;
        this.clock = clock;
    }

    /** The decision. */
    public sealed interface Decision {

        /** The caller is who the scope says. */
        record LetIn(Scope scope) implements Decision {}

        /** The caller is turned away; the scope is known when the signature could be read. */
        record TurnedAway(Denial denial, Optional<Scope> scope) implements Decision {}
    }

    /** Judges {@code request}, whose body must be as it came, packed or not. */
    public Decision judge(WireRequest request) {
        return switch (SignatureReader.read(request)) {
            case SignatureReader.Found.Unreadable(Denial denial) -> new Decision.TurnedAway(denial, Optional.empty());
            case SignatureReader.Found.Signed(Signature signature) -> denial(request, signature)
                    .<Decision>map(denial -> new Decision.TurnedAway(denial, Optional.of(signature.scope())))
                    .orElseGet(() -> new Decision.LetIn(signature.scope()));
        };
    }

    private Optional<Denial> denial(WireRequest request, Signature signature) {
        return wrongScope(signature).or(() -> wrongTime(signature)).or(() -> wrongKey(signature, request));
    }

    private Optional<Denial> wrongScope(Signature signature) {
        Scope scope = signature.scope();
        boolean global = scope.region().equals(GLOBAL) && GLOBAL_SERVICES.contains(scope.service());
        if (!global && !scope.region().equals(region)) {
            return Optional.of(Denial.badSignature("Credential should be scoped to a valid region, not '%s'. "
                    .formatted(scope.region())
                    .strip()));
        }
        return signature.stamp().startsWith(scope.date() + "T")
                ? Optional.empty()
                : Optional.of(Denial
                        .badSignature("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date "
                                + "from HTTP: '%s' != '%s'".formatted(scope.date(),
                                        signature.stamp().substring(0, 8))));
    }

    private Optional<Denial> wrongTime(Signature signature) {
        Instant now = clock.instant();
        Instant last = signature.time().plus(signature.presigned().orElse(LEEWAY));
        if (now.isAfter(last)) {
            return Optional
                    .of(Denial.badSignature("Signature expired: %s is now earlier than %s (%s - 15 min.)".formatted(
                            signature.stamp(), Signature.STAMP.format(now.minus(LEEWAY)),
                            Signature.STAMP.format(now))));
        }
        return signature.time().isAfter(now.plus(LEEWAY))
                ? Optional.of(Denial
                        .badSignature("Signature not yet current: %s is still later than %s (%s + 15 min.)".formatted(
                                signature.stamp(), Signature.STAMP.format(now.plus(LEEWAY)),
                                Signature.STAMP.format(now))))
                : Optional.empty();
    }

    private Optional<Denial> wrongKey(Signature signature, WireRequest request) {
        Optional<AccessKey> key = keys.find(signature.scope().accessKey());
        if (key.isEmpty() || !key.get().token().equals(signature.token())) {
            return Optional.of(Denial.unknownKey());
        }
        if (key.get().expired()) {
            return Optional.of(Denial.expired());
        }
        boolean right = MessageDigest.isEqual(
                signature(signature, request, key.get().secret()).getBytes(StandardCharsets.UTF_8),
                signature.signature().getBytes(StandardCharsets.UTF_8));
        return right
                ? Optional.empty()
                : Optional.of(Denial
                        .badSignature("The request signature we calculated does not match the signature you provided. "
                                + "Check your AWS Secret Access Key and signing method. Consult the service documentation for details."));
    }

    private static String signature(Signature claimed, WireRequest request, String secret) {
        Scope scope = claimed.scope();
        String canonical = new CanonicalRequest(request, claimed).text(bodyHash(request));
        String text = String.join("\n", Signature.ALGORITHM, claimed.stamp(), scope.signed(),
                Sha256.hex(canonical.getBytes(StandardCharsets.UTF_8)));
        byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (String part : new String[]{scope.date(), scope.region(), scope.service(), Scope.END}) {
            key = Sha256.hmac(key, part);
        }
        return HexFormat.of().formatHex(Sha256.hmac(key, text));
    }

    /** A caller may leave the body unsigned when it says so; otherwise what it says of the body's hash is not trusted. */
    private static String bodyHash(WireRequest request) {
        boolean unsigned = request.header("x-amz-content-sha256").filter(UNSIGNED::equals).isPresent();
        return unsigned ? UNSIGNED : Sha256.hex(request.body().getBytes());
    }
}
