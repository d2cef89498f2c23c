package dev.lambdaflex.provisioner.aws;

import java.util.Optional;

import dev.lambdaflex.provisioner.aws.client.AwsClients;
import dev.lambdaflex.provisioner.aws.client.Refusal;
import dev.lambdaflex.provisioner.aws.zone.Names;
import dev.lambdaflex.provisioner.aws.zone.ZoneSettings;
import dev.lambdaflex.provisioner.reconcile.CloudException;
import dev.lambdaflex.provisioner.reconcile.CloudPorts;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Looks at everything once before anything is changed, in the order in which a person would put it right. */
public final class Preflight {

    private final AwsClients clients;
    private final AwsApp app;
    private final CloudPorts ports;

    public Preflight(AwsClients clients, AwsApp app, CloudPorts ports) {
        this.clients = clients;
        this.app = app;
        this.ports = ports;
    }

    /**
     * Who we are: {@code arn:aws:iam::123456789012:role/lambdaflex}.
     *
     * @throws CloudException in one sentence, at the first thing that is not as it must be
     */
    public String check() {
        GetCallerIdentityResponse identity = Refusal.worded("sts:GetCallerIdentity",
                () -> clients.sts().getCallerIdentity());
        requireNameInZone(app.zone());
        ports.zone().read();
        ports.lambda().observe();
        ports.fargate().observe();
        return identity.arn();
    }

    private void requireNameInZone(ZoneSettings zone) {
        String zoneName = zoneName(zone.hostedZoneId());
        boolean inside = zone.host().equals(zoneName) || zone.host().endsWith("." + zoneName);
        if (!inside) {
            throw new CloudException("host: %s is outside the hosted zone %s (expected: %s or a name that ends with it)"
                    .formatted(Names.withoutDot(zone.host()), zone.hostedZoneId(), Names.withoutDot(zoneName)));
        }
    }

    private String zoneName(String id) {
        try {
            return Optional.of(clients.route53Calls().call(client -> client.getHostedZone(request -> request.id(id))))
                    .map(answer -> Names.withDot(answer.hostedZone().name()))
                    .orElseThrow();
        } catch (SdkException e) {
            throw Refusal.exception("route53:GetHostedZone", e);
        }
    }
}
