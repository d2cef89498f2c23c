package dev.lambdaflex.provisioner.aws.wire;

import static dev.lambdaflex.provisioner.aws.testing.Answers.domain;
import static dev.lambdaflex.provisioner.aws.testing.Answers.jsonError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.lambdaflex.provisioner.aws.testing.Golden;
import dev.lambdaflex.provisioner.aws.testing.RecordingAws;
import dev.lambdaflex.provisioner.aws.tier.AwsLambdaTier;
import dev.lambdaflex.provisioner.aws.tier.GatewayName;
import dev.lambdaflex.provisioner.aws.tier.LambdaHome;
import dev.lambdaflex.provisioner.reconcile.CloudException;
import dev.lambdaflex.weights.migration.Concurrency;
import dev.lambdaflex.weights.migration.LambdaView;

class AwsLambdaTierTest {

    private static final String TARGET = "d-1.execute-api.eu-central-1.amazonaws.com";

    private final RecordingAws aws = RecordingAws.start();
    private final AwsLambdaTier tier = new AwsLambdaTier(aws.clients().lambda(),
            new LambdaHome("shop", "shop.example.test"),
            new GatewayName(aws.clients().apiGateway(), "Shop.example.test."), () -> false);

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void withoutAReservationTheAccountIsTheLimit() {
        aws.answers(domain())
                .answers("{}")
                .answers("{\"AccountLimit\":{\"ConcurrentExecutions\":1000,\"UnreservedConcurrentExecutions\":900}}");
        assertThat(tier.observe()).isEqualTo(new LambdaView(TARGET, Concurrency.shared(900), false));
        Golden.assertSame("lambda-observe", aws.requests());
    }

    @Test
    void aReservationIsTheLimit() {
        aws.answers(domain())
                .answers("{\"ReservedConcurrentExecutions\":50}")
                .answers("{\"AccountLimit\":{\"ConcurrentExecutions\":1000,\"UnreservedConcurrentExecutions\":950}}");
        assertThat(tier.observe().concurrency()).isEqualTo(new Concurrency(Optional.of(50), 950));
    }

    @Test
    void aReservationIsOneCall() {
        aws.answers("{\"ReservedConcurrentExecutions\":60}");
        tier.reserve(60);
        Golden.assertSame("lambda-reserve", aws.requests());
    }

    @Test
    void aReservationThatTheAccountRefusesIsASentence() {
        aws.answers(400,
                jsonError("InvalidParameterValueException", "Specified ReservedConcurrentExecutions for function "
                        + "decreases account's UnreservedConcurrentExecution below its minimum value of [100]."));
        assertThatExceptionOfType(CloudException.class).isThrownBy(() -> tier.reserve(950))
                .withMessage(
                        "lambda:PutFunctionConcurrency: Specified ReservedConcurrentExecutions for function decreases "
                                + "account's UnreservedConcurrentExecution below its minimum value of [100]. (InvalidParameterValueException)");
    }

    @Test
    void aDomainThatIsNotThereIsASentence() {
        aws.answers(404, jsonError("NotFoundException", "Invalid domain name identifier specified"));
        assertThatExceptionOfType(CloudException.class).isThrownBy(tier::observe)
                .withMessage(
                        "apigateway:GET: API Gateway has no custom domain shop.example.test in eu-central-1 (is the region right?)");
    }
}
