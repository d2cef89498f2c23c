package dev.lambdaflex.provisioner.aws;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.lambdaflex.provisioner.aws.client.AwsClients;
import dev.lambdaflex.provisioner.aws.client.Refusal;
import dev.lambdaflex.provisioner.aws.tier.FargateHome;
import dev.lambdaflex.provisioner.aws.tier.LambdaHome;
import dev.lambdaflex.provisioner.aws.zone.Names;
import dev.lambdaflex.provisioner.aws.zone.ZoneSettings;
import dev.lambdaflex.provisioner.reconcile.CloudException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.acm.model.CertificateStatus;
import software.amazon.awssdk.services.acm.model.CertificateSummary;
import software.amazon.awssdk.services.lambda.model.GetFunctionResponse;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.route53.model.HostedZone;

/**
 * Finds where an app is in AWS from its name and its host, so that nobody has to write it down:
 *
 * <pre>
 *   hosted zone    the public zone with the longest name that the host ends with
 *   image          the one that the function runs: the same image on both tiers
 *   certificate    an issued one that covers the host
 * </pre>
 */
public final class Discovery {

    private static final String CONTAINER_PORT = "8080";
    private static final String HEALTH_PATH = "/healthz";

    private final AwsClients clients;

    public Discovery(AwsClients clients) {
        this.clients = clients;
    }

    /**
     * The app whose function is called {@code name} and whose clients ask for {@code host}.
     *
     * @throws CloudException in one sentence, at the first thing that is not there
     */
    public AwsApp app(String name, String host) {
        ZoneSettings zone = new ZoneSettings(name, hostedZone(host), host, false);
        Map<String, String> parameters = Map.of("ImageUri", image(name), "CertificateArn", certificate(host),
                "ContainerPort", CONTAINER_PORT, "HealthPath", HEALTH_PATH);
        return new AwsApp(zone, new LambdaHome(name, host), FargateHome.standard(name, host, parameters));
    }

    /**
     * The id of the public zone with the longest name that {@code host} ends with.
     *
     * @throws CloudException in one sentence, when there is none
     */
    public String hostedZone(String host) {
        String wanted = Names.withDot(host);
        List<HostedZone> zones = hostedZones().stream().filter(zone -> !isPrivate(zone)).toList();
        List<HostedZone> around = zones.stream()
                .filter(zone -> wanted.equals(zone.name()) || wanted.endsWith("." + zone.name()))
                .sorted(Comparator.comparingInt((HostedZone zone) -> zone.name().length()).reversed())
                .toList();
        if (around.isEmpty()) {
            throw new CloudException("host: %s is in none of the account's public hosted zones (expected: in one of %s)"
                    .formatted(host,
                            zones.stream().map(HostedZone::name).sorted().collect(Collectors.joining(", ", "[", "]"))));
        }
        if (around.size() > 1 && around.get(0).name().equals(around.get(1).name())) {
            throw new CloudException("host: %s is in two hosted zones of the same name, %s and %s (expected: one)"
                    .formatted(host, around.get(0).id(), around.get(1).id()));
        }
        return around.getFirst().id().replaceFirst("^/hostedzone/", "");
    }

    private List<HostedZone> hostedZones() {
        try {
            // Its pages are asked for one by one, and each is a call of its own against the account's limit.
            return clients.route53Calls()
                    .call(client -> List
                            .copyOf(client.listHostedZonesPaginator().hostedZones().stream().toList()));
        } catch (SdkException e) {
            throw Refusal.exception("route53:ListHostedZones", e);
        }
    }

    private static boolean isPrivate(HostedZone zone) {
        return zone.config() != null && Boolean.TRUE.equals(zone.config().privateZone());
    }

    private String image(String function) {
        GetFunctionResponse found = Refusal.worded("lambda:GetFunction", () -> {
            try {
                return clients.lambda().getFunction(request -> request.functionName(function));
            } catch (ResourceNotFoundException e) {
                throw new CloudException(
                        "lambda:GetFunction: there is no function '%s' in %s (expected: one of the app's name)"
                                .formatted(function, clients.settings().region()),
                        e);
            }
        });
        if (found.code() == null || found.code().imageUri() == null) {
            throw new CloudException(
                    "the function '%s' is not made from a container image (expected: one, for Fargate runs the same)"
                            .formatted(function));
        }
        return found.code().imageUri();
    }

    private String certificate(String host) {
        List<CertificateSummary> issued = Refusal.worded("acm:ListCertificates", () -> clients.certificates()
                .listCertificatesPaginator(request -> request.certificateStatuses(CertificateStatus.ISSUED))
                .certificateSummaryList()
                .stream()
                .toList());
        return issued.stream()
                .filter(certificate -> covers(certificate, Names.withoutDot(host)))
                .findFirst()
                .map(CertificateSummary::certificateArn)
                .orElseThrow(() -> new CloudException(
                        "acm: no issued certificate in %s covers %s (expected: one for it, or for the names beside it)"
                                .formatted(clients.settings().region(), host)));
    }

    private static boolean covers(CertificateSummary certificate, String host) {
        String beside = "*" + host.substring(host.indexOf('.'));
        return host.equals(certificate.domainName()) || beside.equals(certificate.domainName())
                || certificate.subjectAlternativeNameSummaries().contains(host)
                || certificate.subjectAlternativeNameSummaries().contains(beside);
    }
}
