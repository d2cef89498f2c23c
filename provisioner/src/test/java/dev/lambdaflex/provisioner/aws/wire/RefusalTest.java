package dev.lambdaflex.provisioner.aws.wire;

import static dev.lambdaflex.provisioner.aws.testing.Answers.error;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.lambdaflex.provisioner.aws.client.Access;
import dev.lambdaflex.provisioner.aws.client.AwsClients;
import dev.lambdaflex.provisioner.aws.client.AwsSettings;
import dev.lambdaflex.provisioner.aws.client.Refusal;
import dev.lambdaflex.provisioner.aws.testing.RecordingAws;
import dev.lambdaflex.provisioner.reconcile.CloudException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** Each kind of bad input is one clear sentence. */
class RefusalTest {

    @Test
    void anExpiredToken() {
        refused(403, "ExpiredToken", "The security token included in the request is expired",
                "sts:GetCallerIdentity: the session's credentials have expired, get new ones (ExpiredToken)");
    }

    @Test
    void unknownCredentials() {
        refused(403, "InvalidClientTokenId", "The security token included in the request is invalid.",
                "sts:GetCallerIdentity: AWS does not know these credentials (InvalidClientTokenId), look at AWS_PROFILE or AWS_ACCESS_KEY_ID");
    }

    @Test
    void theWrongRegion() {
        refused(403, "SignatureDoesNotMatch", "Credential should be scoped to a valid region.",
                "sts:GetCallerIdentity: signed for the wrong region, set the one that is meant: Credential should be scoped to a valid region.");
    }

    @Test
    void theWrongSecret() {
        refused(403, "SignatureDoesNotMatch", "The request signature we calculated does not match",
                "sts:GetCallerIdentity: the secret key does not fit its id, or the clock is wrong: The request signature we calculated does not match");
    }

    @Test
    void aMissingPermissionNamesTheAction() {
        refused(403, "AccessDenied", "User: arn:aws:iam::123456789012:user/me is not authorized",
                "sts:GetCallerIdentity: not allowed, the policy of these credentials lacks sts:GetCallerIdentity: User: arn:aws:iam::123456789012:user/me is not authorized");
    }

    @Test
    void anEndpointThatIsDown() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        try (AwsClients clients = AwsClients.open(AwsSettings.at(URI.create("http://127.0.0.1:" + port)),
                new SimpleMeterRegistry())) {
            asking(clients,
                    "sts:GetCallerIdentity: nobody listens at http://127.0.0.1:%d: Connection refused (is it up, and its address right?)"
                            .formatted(port));
        }
    }

    @Test
    void noCredentials() {
        AwsSettings settings = new AwsSettings("eu-central-1", Optional.of(URI.create("http://127.0.0.1:9")),
                new Access.Profile("lambdaflex-nobody"), AwsSettings.Patience.AWS, AwsSettings.MetricTimes.AWS);
        try (AwsClients clients = AwsClients.open(settings, new SimpleMeterRegistry())) {
            asking(clients, "no AWS credentials");
        }
    }

    private static void refused(int status, String code, String message, String sentence) {
        try (RecordingAws aws = RecordingAws.start()) {
            aws.answers(status, error(code, message));
            asking(aws.clients(), sentence);
        }
    }

    private static void asking(AwsClients clients, String sentence) {
        assertThatExceptionOfType(CloudException.class)
                .isThrownBy(() -> Refusal.worded("sts:GetCallerIdentity", () -> clients.sts().getCallerIdentity()))
                .withMessageContaining(sentence);
    }
}
