package dev.lambdaflex.simulator.wire.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.lambdaflex.simulator.model.Fault;
import dev.lambdaflex.simulator.wire.testing.ServicesRig;
import dev.lambdaflex.simulator.wire.testing.ServicesRig.Answer;

class GetMetricDataTest {

    private static final Duration SWIFT = Duration.ofMillis(20);

    private final ServicesRig rig = new ServicesRig();
    private final CloudWatchCaller caller = new CloudWatchCaller(rig);
    private final Instant begun = rig.cloud().now();

    @BeforeEach
    void fourMinutesOfRequests() {
        for (int minute = 1; minute <= 4; minute++) {
            rig.cloud()
                    .shop()
                    .gateway()
                    .answered(200, SWIFT.multipliedBy(minute), SWIFT.multipliedBy(minute), minute * 10L);
            if (minute == 3) {
                rig.cloud().shop().gateway().answered(500, SWIFT, SWIFT, 2);
            }
            rig.cloud().passSeconds(60);
        }
        rig.cloud().passSeconds(180);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void theNewestDataPointsComeFirst() {
        JsonNode result = only(query("requests", "Count", "Sum", 60));
        assertThat(result.path("Id").asText()).isEqualTo("requests");
        assertThat(result.path("Label").asText()).isEqualTo("Count");
        assertThat(result.path("StatusCode").asText()).isEqualTo("Complete");
        assertThat(values(result)).containsExactly(40.0, 32.0, 20.0, 10.0);
        assertThat(result.path("Timestamps").path(3).asLong()).isEqualTo(begun.getEpochSecond());
        assertThat(values(results(query("requests", "Count", "Sum", 60), ",'ScanBy':'TimestampAscending'").path(0)))
                .containsExactly(10.0, 20.0, 32.0, 40.0);
    }

    @Test
    void whatCountedNothingIsAbsent() {
        JsonNode results = results(query("errors", "5xx", "Sum", 60) + "," + query("nothing", "4xx", "Sum", 60), "");
        assertThat(values(results.path(0))).containsExactly(2.0);
        assertThat(results.path(0).path("Timestamps").path(0).asLong()).isEqualTo(begun.getEpochSecond() + 120);
        assertThat(values(results.path(1))).isEmpty();
        assertThat(results.path(1).path("StatusCode").asText()).isEqualTo("Complete");
    }

    @Test
    void theNewestMinutesAreNotThereYet() {
        rig.cloud().shop().gateway().answered(200, SWIFT, SWIFT, 7);
        rig.cloud().passSeconds(100);
        assertThat(values(only(query("requests", "Count", "Sum", 60)))).hasSize(4);
        rig.cloud().passSeconds(140);
        assertThat(values(only(query("requests", "Count", "Sum", 60)))).hasSize(5).startsWith(7.0);
    }

    @Test
    void aWholeWindowIsOnePeriodWithAPercentileOfItsOwn() {
        String asked = query("p", "IntegrationLatency", "p99", 240) + ","
                + query("a", "IntegrationLatency", "Average", 240)
                + "," + query("m", "IntegrationLatency", "Maximum", 240) + ","
                + query("n", "Count", "SampleCount", 240);
        JsonNode results = results(asked, "");
        assertThat(results.path(0).path("Values").path(0).asDouble()).isBetween(79.0, 81.0);
        assertThat(values(results.path(1))).allSatisfy(value -> assertThat(value).isBetween(58.0, 60.0));
        assertThat(values(results.path(2))).containsExactly(80.0);
        assertThat(values(results.path(3))).containsExactly(102.0);
    }

    @Test
    void anotherUnitFindsNothing() {
        String milliseconds = query("p", "Latency", "Sum", 60).replace("'Stat'", "'Unit':'Milliseconds','Stat'");
        assertThat(values(only(milliseconds))).hasSize(4);
        assertThat(values(only(milliseconds.replace("Milliseconds", "Seconds")))).isEmpty();
    }

    @Test
    void arithmeticIsDoneOverOtherQueries() {
        String errors = query("e", "5xx", "Sum", 60).replace("'Id'", "'ReturnData':false,'Id'");
        String requests = query("r", "Count", "Sum", 60).replace("'Id'", "'ReturnData':false,'Id'");
        JsonNode results = results(errors + "," + requests + ",{'Id':'rate','Expression':'100 * e / (r - 12)'}", "");
        assertThat(results).hasSize(1);
        assertThat(results.path(0).path("Label").asText()).isEqualTo("rate");
        assertThat(values(results.path(0))).containsExactly(10.0);
        assertThat(caller.refused("GetMetricData", request("{'Id':'x','Expression':'FILL(r, 0)'}", "")))
                .startsWith("501 NotImplemented: the cloud does not play cloudwatch the expression 'FILL(r, 0)'");
        assertThat(caller.refused("GetMetricData",
                request("{'Id':'a','Expression':'b+1'},{'Id':'b','Expression':'a+1'}", "")))
                .contains("no circle of ids");
        assertThat(caller.refused("GetMetricData", request("{'Id':'x','Expression':'y+1'}", "")))
                .contains("Error in expression 'x': it names [y]");
    }

    @Test
    void pagesEndAmidAResultAndSaySo() {
        String asked = query("a", "Count", "Sum", 60) + "," + query("b", "4xx", "Sum", 60) + ","
                + query("c", "Latency", "Average", 60);
        List<Double> seen = new ArrayList<>();
        List<String> states = new ArrayList<>();
        String token = "";
        do {
            JsonNode page = caller.json("GetMetricData", request(asked, ",'MaxDatapoints':3" + token));
            page.path("MetricDataResults").forEach(result -> {
                seen.addAll(values(result));
                states.add(result.path("Id").asText() + " " + result.path("StatusCode").asText());
            });
            token = page.has("NextToken") ? ",'NextToken':'%s'".formatted(page.path("NextToken").asText()) : "";
        } while (!token.isEmpty());
        assertThat(seen).hasSize(8).startsWith(40.0, 32.0, 20.0, 10.0);
        assertThat(states).containsExactly("a PartialData", "a Complete", "b Complete", "c PartialData", "c Complete");
        assertThat(caller.refused("GetMetricData", request(asked, ",'NextToken':'x'")))
                .startsWith("400 InvalidNextToken:");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        String bad = query("Bad", "Count", "Sum", 60) + "," + query("b", "Count", "Mean", 60) + ","
                + query("c", "Count", "Sum", 45) + ",{'Id':'d'}";
        assertThat(caller.refused("GetMetricData", request(bad, ""))).isEqualTo("400 ValidationError: "
                + "The value Bad for parameter MetricDataQueries.member.1.Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.\n"
                + "The value Mean for parameter MetricDataQueries.member.2.MetricStat.Stat is not a valid statistic.\n"
                + "The parameter MetricDataQueries.member.3.MetricStat.Period must be 1, 5, 10, 30 or a multiple of 60.\n"
                + "The parameter MetricDataQueries.member.4.MetricStat is required.\n");
        assertThat(caller.refused("GetMetricData",
                request(query("a", "Count", "Sum", 60) + "," + query("a", "5xx", "Sum", 60), "")))
                .isEqualTo("400 ValidationError: The values for parameter id in MetricDataQueries are not unique.\n");
        String many = IntStream.rangeClosed(1, 501)
                .mapToObj(number -> query("q" + number, "Count", "Sum", 60))
                .collect(Collectors.joining(","));
        assertThat(caller.refused("GetMetricData", request(many, "")))
                .contains("The collection MetricDataQueries must not have a size greater than 500.");
        assertThat(caller.refused("GetMetricData", request(query("t", "Count", "tm99", 60), "")))
                .startsWith("501 NotImplemented: the cloud does not play cloudwatch the statistic tm99");
    }

    @Test
    void timeMustGoForward() {
        long now = begun.getEpochSecond();
        String queries = "{'MetricDataQueries':[%s],'StartTime':%d,'EndTime':%d}";
        assertThat(caller.refused("GetMetricData", queries.formatted(query("a", "Count", "Sum", 60), now, now)))
                .isEqualTo("400 ValidationError: The parameter StartTime must not equal parameter EndTime.\n");
        assertThat(caller.refused("GetMetricData", queries.formatted(query("a", "Count", "Sum", 60), now, now - 60)))
                .isEqualTo("400 ValidationError: The parameter StartTime must be less than the parameter EndTime.\n");
    }

    @Test
    void cborAnswersTheSame() {
        Answer answer = caller.cborAnswer("GetMetricData", request(query("a", "Count", "Sum", 60), ""));
        assertThat(answer.header("smithy-protocol")).isEqualTo("rpc-v2-cbor");
        assertThat(answer.header("content-type")).isEqualTo("application/cbor");
        JsonNode result = caller.cbor(answer).path("MetricDataResults").path(0);
        assertThat(values(result)).containsExactly(40.0, 32.0, 20.0, 10.0);
        assertThat(result.path("Timestamps").path(3).asLong()).isEqualTo(begun.getEpochSecond());
        assertThat(answer.body().getBytes()).as("times stand behind tag 1").contains((byte) 0xc1);
        Answer refused = caller.cborAnswer("GetMetricData", request(query("A", "Count", "Sum", 60), ""));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(caller.cbor(refused).path("__type").asText()).isEqualTo("ValidationError");
        assertThat(refused.header("x-amzn-query-error")).isEqualTo("ValidationError;Sender");
    }

    @Test
    void aFormIsAnsweredInXml() {
        Answer answer = caller.form("""
                Action=GetMetricData&Version=2010-08-01&ScanBy=TimestampAscending
                &StartTime=%s&EndTime=%s
                &MetricDataQueries.member.1.Id=a
                &MetricDataQueries.member.1.MetricStat.Metric.Namespace=AWS%%2FApiGateway
                &MetricDataQueries.member.1.MetricStat.Metric.MetricName=5xx
                &MetricDataQueries.member.1.MetricStat.Metric.Dimensions.member.1.Name=ApiId
                &MetricDataQueries.member.1.MetricStat.Metric.Dimensions.member.1.Value=%s
                &MetricDataQueries.member.1.MetricStat.Metric.Dimensions.member.2.Name=Stage
                &MetricDataQueries.member.1.MetricStat.Metric.Dimensions.member.2.Value=%%24default
                &MetricDataQueries.member.1.MetricStat.Period=60
                &MetricDataQueries.member.1.MetricStat.Stat=Sum
                """.formatted(begun, rig.cloud().now(), api()));
        assertThat(answer.header("content-type")).startsWith("text/xml");
        assertThat(answer.text())
                .contains("<GetMetricDataResponse xmlns=\"http://monitoring.amazonaws.com/doc/2010-08-01/\">"
                        + "<GetMetricDataResult><MetricDataResults><member><Id>a</Id><Label>5xx</Label><Timestamps><member>"
                        + begun.plusSeconds(120).toString().replace("Z", ".000Z")
                        + "</member></Timestamps><Values><member>2.0</member>"
                        + "</Values><StatusCode>Complete</StatusCode></member></MetricDataResults><Messages></Messages></GetMetricDataResult>"
                        + "<ResponseMetadata><RequestId>");
        assertThat(caller.form("Action=GetMetricData&Version=2010-08-01").text())
                .contains("<Type>Sender</Type><Code>ValidationError</Code>");
    }

    @Test
    void aPackedRequestIsUnpacked() {
        Answer answer = caller.jsonAnswer("GetMetricData", request(query("a", "Count", "Sum", 60), ""), true);
        assertThat(values(answer.json().path("MetricDataResults").path(0))).hasSize(4);
    }

    @Test
    void aDoorThatIsShutAnswersNothing() {
        rig.cloud().fault(Fault.METRICS_AWAY, true);
        assertThat(caller.refused("GetMetricData", request(query("a", "Count", "Sum", 60), "")))
                .isEqualTo("503 ServiceUnavailable: CloudWatch is unavailable");
    }

    private JsonNode only(String query) {
        return results(query, "").path(0);
    }

    private JsonNode results(String queries, String more) {
        return caller.json("GetMetricData", request(queries, more)).path("MetricDataResults");
    }

    private String request(String queries, String more) {
        return "{'MetricDataQueries':[%s],'StartTime':%d,'EndTime':%d%s}".formatted(queries, begun.getEpochSecond(),
                rig.cloud().now().getEpochSecond(), more);
    }

    private String query(String id, String metric, String stat, int period) {
        return ("{'Id':'%s','MetricStat':{'Metric':{'Namespace':'AWS/ApiGateway','MetricName':'%s','Dimensions':"
                + "[{'Name':'ApiId','Value':'%s'},{'Name':'Stage','Value':'$default'}]},'Period':%d,'Stat':'%s'}}")
                .formatted(id, metric, api(), period, stat);
    }

    private String api() {
        return rig.cloud().shop().gateway().count().dimensions().getOrDefault("ApiId", "none");
    }

    private static List<Double> values(JsonNode result) {
        List<Double> values = new ArrayList<>();
        result.path("Values").forEach(value -> values.add(value.asDouble()));
        return values;
    }
}
