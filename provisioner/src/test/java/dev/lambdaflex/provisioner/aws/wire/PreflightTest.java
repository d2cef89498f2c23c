package dev.lambdaflex.provisioner.aws.wire;

import static dev.lambdaflex.provisioner.aws.testing.Answers.alias;
import static dev.lambdaflex.provisioner.aws.testing.Answers.domain;
import static dev.lambdaflex.provisioner.aws.testing.Answers.error;
import static dev.lambdaflex.provisioner.aws.testing.Answers.listing;
import static dev.lambdaflex.provisioner.aws.testing.Answers.mappings;
import static dev.lambdaflex.provisioner.aws.testing.Answers.metrics;
import static dev.lambdaflex.provisioner.aws.testing.Answers.noStack;
import static dev.lambdaflex.provisioner.aws.testing.Answers.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.InstantSource;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.lambdaflex.provisioner.aws.AwsApp;
import dev.lambdaflex.provisioner.aws.AwsPorts;
import dev.lambdaflex.provisioner.aws.Preflight;
import dev.lambdaflex.provisioner.aws.testing.Answers;
import dev.lambdaflex.provisioner.aws.testing.RecordingAws;
import dev.lambdaflex.provisioner.aws.tier.FargateHome;
import dev.lambdaflex.provisioner.aws.tier.LambdaHome;
import dev.lambdaflex.provisioner.aws.zone.ZoneSettings;
import dev.lambdaflex.provisioner.reconcile.CloudException;

class PreflightTest {

    private static final String IDENTITY = "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:role/lambdaflex</Arn></GetCallerIdentityResult></GetCallerIdentityResponse>";

    private final RecordingAws aws = RecordingAws.start();
    private final AwsApp app = new AwsApp(new ZoneSettings("shop", "Z1", "shop.example.test", false),
            new LambdaHome("shop", "shop.example.test"),
            FargateHome.standard("shop", "shop.example.test", Map.of("ImageUri", "shop:1")));
    private final Preflight preflight = new Preflight(aws.clients(), app,
            AwsPorts.of(aws.clients(), app, (_, _) -> true, InstantSource.system()));

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void whenEverythingIsAsItMustBeWeAreToldWhoWeAre() {
        aws.answers(IDENTITY)
                .answers(zone("example.test."))
                .answers(listing(alias("A", "lambda", 100, "d-1.execute-api.eu-central-1.amazonaws.com")))
                .answers(domain())
                .answers("{\"ReservedConcurrentExecutions\":50}")
                .answers("{\"AccountLimit\":{\"UnreservedConcurrentExecutions\":950}}")
                .answers(mappings())
                .answers(400, noStack())
                .answers(metrics())
                .answers(400, noStack());
        assertThat(preflight.check()).isEqualTo("arn:aws:iam::123456789012:role/lambdaflex");
        assertThat(aws.requests()).doesNotContain("Change").doesNotContain("CreateStack");
    }

    @Test
    void aNameOutsideTheZoneIsASentence() {
        aws.answers(IDENTITY).answers(zone("example.org."));
        refused("host: shop.example.test is outside the hosted zone Z1 (expected: example.org or a name that ends with it)");
    }

    @Test
    void aZoneThatIsNotThereIsASentence() {
        aws.answers(IDENTITY).answers(404, error("NoSuchHostedZone", "No hosted zone found with ID: Z1"));
        refused("route53:GetHostedZone: there is no such hosted zone in this account, look at its id and at whose credentials these are: No hosted zone found with ID: Z1");
    }

    @Test
    void aSimpleRecordIsASentence() {
        aws.answers(IDENTITY)
                .answers(zone("example.test."))
                .answers(listing(record(Answers.HOST, "A", "192.0.2.1")));
        refused("shop.example.test has a foreign record: a simple A (expected: weighted aliases 'lambda' and 'fargate' of type A that evaluate target health, alone); nothing is changed beside it: remove it, or give the app another name");
    }

    private void refused(String sentence) {
        assertThatExceptionOfType(CloudException.class).isThrownBy(preflight::check).withMessage(sentence);
    }

    private static String zone(String name) {
        return """
                <GetHostedZoneResponse xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><HostedZone><Id>/hostedzone/Z1</Id>\
                <Name>%s</Name><CallerReference>r</CallerReference></HostedZone></GetHostedZoneResponse>"""
                .formatted(name);
    }
}
