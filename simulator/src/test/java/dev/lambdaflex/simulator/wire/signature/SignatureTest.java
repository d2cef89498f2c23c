package dev.lambdaflex.simulator.wire.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.lambdaflex.simulator.wire.WireRequest;
import dev.lambdaflex.simulator.wire.protocol.Protocol;
import dev.lambdaflex.simulator.wire.signature.Gatekeeper.Decision;
import io.vertx.core.buffer.Buffer;

/** Requests of AWS's published test suite for signature version 4, and what is wrong in variations of them. */
class SignatureTest {

    private static final String ID = "AKIDEXAMPLE";
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final String VANILLA = "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31";
    private static final Instant SIGNED = Instant.parse("2015-08-30T12:36:00Z");

    private final AccessKeys keys = AccessKeys.of(AccessKey.of(ID, SECRET));

    @Test
    void letsInWhatIsSignedRight() {
        assertThat(judge(vanilla(), SIGNED))
                .isEqualTo(new Decision.LetIn(new Scope(ID, "20150830", "us-east-1", "service")));
    }

    @Test
    void turnsAwayAChangedQuery() {
        WireRequest changed = request("Param=1", Map.of());
        assertThat(denial(changed, SIGNED).reason()).isEqualTo(Denial.Reason.BAD_SIGNATURE);
        assertThat(denial(changed, SIGNED).message()).startsWith("The request signature we calculated does not match");
    }

    @Test
    void turnsAwayAWrongSecret() {
        keys.add(AccessKey.of(ID, "another"));
        assertThat(denial(vanilla(), SIGNED).reason()).isEqualTo(Denial.Reason.BAD_SIGNATURE);
    }

    @Test
    void turnsAwayAClockThatIsSixteenMinutesLate() {
        assertThat(denial(vanilla(), SIGNED.plusSeconds(960)).message()).isEqualTo(
                "Signature expired: 20150830T123600Z is now earlier than 20150830T123700Z (20150830T125200Z - 15 min.)");
    }

    @Test
    void turnsAwayAClockThatIsSixteenMinutesEarly() {
        assertThat(denial(vanilla(), SIGNED.minusSeconds(960)).message()).isEqualTo(
                "Signature not yet current: 20150830T123600Z is still later than 20150830T123500Z (20150830T122000Z + 15 min.)");
    }

    @Test
    void turnsAwayAnUnknownKey() {
        Decision decision = new Gatekeeper(AccessKeys.of(), "us-east-1", InstantSource.fixed(SIGNED)).judge(vanilla());
        assertThat(((Decision.TurnedAway) decision).denial()).isEqualTo(Denial.unknownKey());
    }

    @Test
    void turnsAwayAKeyWhoseTimeIsOver() {
        keys.expire(ID);
        assertThat(denial(vanilla(), SIGNED)).isEqualTo(Denial.expired());
    }

    @Test
    void turnsAwayATemporaryKeyWithoutItsToken() {
        keys.add(AccessKey.temporary(ID, SECRET, "token"));
        assertThat(denial(vanilla(), SIGNED)).isEqualTo(Denial.unknownKey());
    }

    @Test
    void turnsAwayAnotherRegion() {
        Decision decision = new Gatekeeper(keys, "eu-central-1", InstantSource.fixed(SIGNED)).judge(vanilla());
        assertThat(((Decision.TurnedAway) decision).denial().message())
                .isEqualTo("Credential should be scoped to a valid region, not 'us-east-1'.");
    }

    @Test
    void turnsAwayWhatIsNotSigned() {
        WireRequest bare = new WireRequest("GET", "/", "", Map.of("host", "example.amazonaws.com"), Buffer.buffer(), "",
                "");
        assertThat(denial(bare, SIGNED)).isEqualTo(Denial.missing());
    }

    @Test
    void turnsAwayHeadersThatCannotBeRead() {
        for (String broken : List.of("Basic abc", "AWS4-HMAC-SHA256",
                "AWS4-HMAC-SHA256 Credential=a/b/c, SignedHeaders=host, Signature=1",
                "AWS4-HMAC-SHA256 Signature=1", "AWS4-ECDSA-P256-SHA256 Credential=" + ID)) {
            assertThat(denial(request("", Map.of("authorization", broken)), SIGNED).reason()).as(broken)
                    .isEqualTo(Denial.Reason.INCOMPLETE);
        }
        assertThat(denial(request("", Map.of("x-amz-date", "yesterday")), SIGNED).message())
                .contains("'basic format'. Got 'yesterday'");
    }

    @Test
    void namesTheDenialAsEachProtocolDoes() {
        assertThat(Denial.expired().in(Protocol.QUERY).code()).isEqualTo("ExpiredToken");
        assertThat(Denial.expired().in(Protocol.JSON_1_1).code())
                .isEqualTo("ExpiredTokenException");
        assertThat(Denial.unknownKey().in(Protocol.EC2_QUERY).code())
                .isEqualTo("AuthFailure");
    }

    private Denial denial(WireRequest request, Instant now) {
        return ((Decision.TurnedAway) judge(request, now)).denial();
    }

    private Decision judge(WireRequest request, Instant now) {
        return new Gatekeeper(keys, "us-east-1", InstantSource.fixed(now)).judge(request);
    }

    private static WireRequest vanilla() {
        return request("", Map.of());
    }

    private static WireRequest request(String query, Map<String, String> other) {
        Map<String, String> headers = new HashMap<>(Map.of("host", "example.amazonaws.com", "x-amz-date",
                "20150830T123600Z",
                "authorization", "AWS4-HMAC-SHA256 Credential=" + ID + "/20150830/us-east-1/service/aws4_request, "
                        + "SignedHeaders=host;x-amz-date, Signature=" + VANILLA));
        headers.putAll(other);
        return new WireRequest("GET", "/", query, headers, Buffer.buffer(), "", "");
    }
}
