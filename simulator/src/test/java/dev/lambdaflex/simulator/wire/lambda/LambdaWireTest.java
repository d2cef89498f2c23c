package dev.lambdaflex.simulator.wire.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.lambdaflex.simulator.model.Fault;
import dev.lambdaflex.simulator.plane.lambda.Outcome;
import dev.lambdaflex.simulator.wire.testing.ServicesRig;
import dev.lambdaflex.simulator.wire.testing.ServicesRig.Answer;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;

class LambdaWireTest {

    private static final String SHOP = "/2015-03-31/functions/shop";
    private static final String ARN = "arn:aws:lambda:us-east-1:123456789012:function:shop";
    private static final String CONCURRENCY = "/2017-10-31/functions/shop/concurrency";

    private Outcome outcome = new Outcome.Answered(Buffer.buffer("{\"statusCode\":200}"));
    private final ServicesRig rig = new ServicesRig(
            name -> name.equals("shop")
                    ? Optional.of((event, trace) -> Future.succeededFuture(outcome))
                    : Optional.empty());

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aFunctionIsDescribedByNameAndByArn() {
        JsonNode configuration = get(SHOP).json().path("Configuration");
        assertThat(configuration.path("FunctionArn").asText()).isEqualTo(ARN);
        assertThat(configuration.path("State").asText()).isEqualTo("Active");
        assertThat(configuration.path("PackageType").asText()).isEqualTo("Image");
        assertThat(configuration.path("Timeout").asInt()).isEqualTo(29);
        assertThat(get(SHOP).json().has("Concurrency")).isFalse();
        assertThat(get("/2015-03-31/functions/" + ARN.replace(":", "%3A") + "/configuration").json())
                .isEqualTo(configuration);
        assertThat(get(SHOP + "/configuration?Qualifier=%24LATEST").json().path("FunctionArn").asText())
                .isEqualTo(ARN + ":$LATEST");
        assertThat(get("/2015-03-31/functions/").json().path("Functions")).hasSize(1);
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThat(refused(get("/2015-03-31/functions/nobody"))).isEqualTo(
                "404 ResourceNotFoundException: Function not found: arn:aws:lambda:us-east-1:123456789012:function:nobody");
        assertThat(refused(get(SHOP + "?Qualifier=live"))).isEqualTo(
                "404 ResourceNotFoundException: Function not found: " + ARN + ":live");
        assertThat(refused(get("/2019-09-30/functions/shop/provisioned-concurrency?Qualifier=live"))).isEqualTo(
                "404 ProvisionedConcurrencyConfigNotFoundException: No Provisioned Concurrency Config found for this function");
        assertThat(refused(call("DELETE", SHOP, "", Map.of())))
                .isEqualTo("501 NotImplemented: the cloud does not play lambda DeleteFunction");
    }

    @Test
    void aReservationIsTakenFromTheAccount() {
        assertThat(account("UnreservedConcurrentExecutions")).isEqualTo(1_000);
        assertThat(reserved().toString()).isEqualTo("{}");
        assertThat(reserve(300).json().path("ReservedConcurrentExecutions").asInt()).isEqualTo(300);
        assertThat(reserved().path("ReservedConcurrentExecutions").asInt()).isEqualTo(300);
        assertThat(account("ConcurrentExecutions")).isEqualTo(1_000);
        assertThat(account("UnreservedConcurrentExecutions")).isEqualTo(700);
        assertThat(rig.cloud().shop().function().limit()).isEqualTo(300);
        Answer deleted = call("DELETE", CONCURRENCY, "", Map.of());
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(reserved().toString()).isEqualTo("{}");
        assertThat(rig.cloud().shop().function().limit()).isEqualTo(1_000);
    }

    @Test
    void aHundredAlwaysStayUnreserved() {
        assertThat(refused(reserve(901))).isEqualTo("400 InvalidParameterValueException: Specified "
                + "ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its "
                + "minimum value of [100].");
        assertThat(reserve(900).status()).isEqualTo(200);
        assertThat(reserve(899).status()).isEqualTo(200);
        assertThat(refused(reserve(-1))).startsWith("400 ValidationException: 1 validation error detected: Value '-1'");
    }

    @Test
    void aThrottledFunctionShowsAReservationOfNothing() {
        rig.cloud().fault(Fault.LAMBDA_THROTTLED, true);
        assertThat(reserved().path("ReservedConcurrentExecutions").asInt(-1)).isZero();
        rig.cloud().fault(Fault.LAMBDA_THROTTLED, false);
        assertThat(reserved().toString()).isEqualTo("{}");
    }

    @Test
    void invokeGivesTheAnswerOfTheFunction() {
        Answer answer = invoke("{\"rawPath\":\"/\"}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"statusCode\":200}");
        assertThat(answer.header("x-amz-executed-version")).isEqualTo("$LATEST");
        assertThat(answer.header("x-amz-function-error")).isEmpty();
    }

    @Test
    void aFunctionThatFailsIsASuccessWithAHeader() {
        outcome = new Outcome.Failed("Runtime.ExitError", Buffer.buffer("{\"errorType\":\"Runtime.ExitError\"}"));
        Answer answer = invoke("{}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("x-amz-function-error")).isEqualTo("Unhandled");
        assertThat(answer.text()).contains("Runtime.ExitError");
    }

    @Test
    void aThrottledInvocationSaysWhoseLimitItIs() {
        outcome = new Outcome.Throttled("ReservedFunctionConcurrentInvocationLimitExceeded");
        Answer answer = invoke("{}");
        assertThat(refused(answer)).isEqualTo("429 TooManyRequestsException: Rate Exceeded.");
        assertThat(answer.json().path("Reason").asText())
                .isEqualTo("ReservedFunctionConcurrentInvocationLimitExceeded");
    }

    @Test
    void eventsAreJsonOfAtMostSixMegabytes() {
        assertThat(refused(invoke("{"))).startsWith("400 InvalidRequestContentException: Could not parse request body");
        assertThat(refused(invoke("\"" + "x".repeat(6 * 1024 * 1024) + "\""))).isEqualTo(
                "413 RequestTooLargeException: Request must be smaller than 6291456 bytes for the InvokeFunction operation");
        assertThat(refused(call("POST", SHOP + "/invocations", "{}", Map.of("x-amz-invocation-type", "Event"))))
                .startsWith("501 NotImplemented: ");
        assertThat(call("POST", SHOP + "/invocations", "{}", Map.of("x-amz-invocation-type", "DryRun")).status())
                .isEqualTo(204);
    }

    @Test
    void aDoorThatIsShutAnswersNothing() {
        rig.cloud().fault(Fault.LAMBDA_API_AWAY, true);
        assertThat(refused(get(SHOP))).isEqualTo("503 ServiceUnavailable: Lambda is unavailable");
        assertThat(refused(invoke("{}"))).startsWith("503 ");
    }

    private int account(String limit) {
        return get("/2016-08-19/account-settings/").json().path("AccountLimit").path(limit).asInt();
    }

    private JsonNode reserved() {
        return get("/2019-09-30/functions/shop/concurrency").json();
    }

    private Answer reserve(int environments) {
        return call("PUT", CONCURRENCY, "{\"ReservedConcurrentExecutions\":%d}".formatted(environments),
                Map.of("content-type", "application/json"));
    }

    private Answer invoke(String event) {
        return call("POST", SHOP + "/invocations", event, Map.of());
    }

    private Answer get(String path) {
        return call("GET", path, "", Map.of());
    }

    private Answer call(String method, String path, String body, Map<String, String> headers) {
        return rig.call("lambda", method, path, body, headers);
    }

    private static String refused(Answer answer) {
        return "%d %s: %s".formatted(answer.status(), answer.header("x-amzn-errortype"),
                answer.json().path("message").asText());
    }
}
