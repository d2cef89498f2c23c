package dev.lambdaflex.simulator.wire.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.lambdaflex.simulator.wire.testing.ServicesRig;
import dev.lambdaflex.simulator.wire.testing.ServicesRig.Answer;

/** PutMetricData, and what is read of it by GetMetricStatistics and ListMetrics. */
class OwnMetricsTest {

    private static final String APP = "'Dimensions':[{'Name':'App','Value':'shop'}]";

    private final ServicesRig rig = new ServicesRig();
    private final CloudWatchCaller caller = new CloudWatchCaller(rig);

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void whatIsPublishedCanBeRead() {
        assertThat(put("{'MetricName':'ticks',%s,'Value':3,'Unit':'Count'}".formatted(APP)).json().toString())
                .isEqualTo("{}");
        put("{'MetricName':'ticks',%s,'Values':[1,2],'Counts':[10,5]}".formatted(APP));
        rig.cloud().passSeconds(300);
        JsonNode point = statistics(
                "'Statistics':['Sum','SampleCount','Minimum','Maximum','Average'],'ExtendedStatistics':['p50']");
        assertThat(point.path("Sum").asDouble()).isEqualTo(23);
        assertThat(point.path("SampleCount").asDouble()).isEqualTo(16);
        assertThat(point.path("Minimum").asDouble()).isEqualTo(1);
        assertThat(point.path("Maximum").asDouble()).isEqualTo(3);
        assertThat(point.path("Average").asDouble()).isEqualTo(23 / 16.0);
        assertThat(point.path("ExtendedStatistics").path("p50").asDouble()).isBetween(0.99, 1.01);
    }

    @Test
    void aSummaryHasNoPercentile() {
        put("{'MetricName':'ticks',%s,'StatisticValues':{'SampleCount':4,'Sum':10,'Minimum':1,'Maximum':4}}"
                .formatted(APP));
        rig.cloud().passSeconds(300);
        JsonNode point = statistics("'Statistics':['Sum','Maximum'],'ExtendedStatistics':['p50']");
        assertThat(point.path("Sum").asDouble()).isEqualTo(10);
        assertThat(point.path("Maximum").asDouble()).isEqualTo(4);
        assertThat(point.has("ExtendedStatistics")).isFalse();
    }

    @Test
    void dataOfAPastMinuteIsKeptThere() {
        rig.cloud().passSeconds(3600);
        long past = rig.cloud().now().getEpochSecond() - 1200;
        put("{'MetricName':'ticks',%s,'Value':3,'Timestamp':%d}".formatted(APP, past));
        put("{'MetricName':'ticks',%s,'Value':4}".formatted(APP));
        JsonNode point = statistics("'Statistics':['Sum']");
        assertThat(point.path("Sum").asDouble()).isEqualTo(3);
        assertThat(point.path("Timestamp").asLong()).isEqualTo(past - past % 60);
        assertThat(point.path("Unit").asText()).isEqualTo("None");
    }

    @Test
    void nothingIsKeptOfAPublicationThatIsWrong() {
        String good = "{'MetricName':'ticks',%s,'Value':3},".formatted(APP);
        assertThat(wrong(good + "{'MetricName':'ticks'}")).isEqualTo(
                "400 MissingRequiredParameterException: The parameter MetricData.member.2.Value is required.");
        assertThat(wrong("{'Value':1}")).contains("The parameter MetricData.member.1.MetricName is required.");
        assertThat(wrong("{'MetricName':'a','Value':1,'Values':[1]}"))
                .startsWith("400 InvalidParameterCombinationException: "
                        + "The parameters MetricData.member.1.Value and MetricData.member.1.Values are mutually exclusive");
        assertThat(wrong("{'MetricName':'a','Value':'NaN'}"))
                .contains("The value NaN for parameter MetricData.member.1.Value is invalid.");
        assertThat(wrong("{'MetricName':'a','Value':1,'StorageResolution':300}"))
                .contains("StorageResolution must be a value in the set [ 1, 60 ].");
        assertThat(wrong(
                "{'MetricName':'a','Value':1,'Timestamp':%d}".formatted(rig.cloud().now().getEpochSecond() + 7300)))
                .contains("no more than two hours in the future");
        assertThat(caller.refused("PutMetricData",
                "{'Namespace':'AWS/Lambda','MetricData':[{'MetricName':'a','Value':1}]}"))
                .isEqualTo("400 InvalidParameterValueException: The value AWS/ for parameter Namespace is invalid.");
        rig.cloud().passSeconds(300);
        assertThat(list("'Namespace':'LambdaFlex'").path("Metrics")).isEmpty();
    }

    @Test
    void inAFormAnErrorHasItsOlderName() {
        Answer refused = caller
                .form("Action=PutMetricData&Version=2010-08-01&Namespace=LambdaFlex&MetricData.member.1.MetricName=a");
        assertThat(refused.text()).contains("<Code>MissingParameter</Code>");
        Answer put = caller.form("Action=PutMetricData&Version=2010-08-01&Namespace=LambdaFlex"
                + "&MetricData.member.1.MetricName=ticks&MetricData.member.1.Value=3&MetricData.member.1.Dimensions=");
        assertThat(put.text()).contains("<PutMetricDataResponse").contains("<RequestId>").doesNotContain("Result");
        rig.cloud().passSeconds(300);
        assertThat(caller.form("Action=ListMetrics&Version=2010-08-01&Namespace=LambdaFlex").text())
                .contains("<Metrics><member><Namespace>LambdaFlex</Namespace><MetricName>ticks</MetricName>");
    }

    @Test
    void metricsAreListedByWhatTheyAreOf() {
        rig.cloud().withFargate(1);
        rig.cloud().passSeconds(300);
        assertThat(names(list("'Namespace':'AWS/ApplicationELB'"))).containsExactly("HealthyHostCount",
                "UnHealthyHostCount");
        String group = rig.cloud().shop().fargate().orElseThrow().group().fullName();
        assertThat(names(list("'Dimensions':[{'Name':'TargetGroup','Value':'%s'}]".formatted(group)))).hasSize(2);
        assertThat(names(list("'MetricName':'HealthyHostCount','RecentlyActive':'PT3H'"))).hasSize(1);
        assertThat(names(list("'Dimensions':[{'Name':'TargetGroup','Value':'x'}]"))).isEmpty();
        rig.cloud().shop().remove("remove-1");
        rig.cloud().pass(Duration.ofHours(4));
        assertThat(names(list("'MetricName':'HealthyHostCount','RecentlyActive':'PT3H'"))).isEmpty();
        assertThat(names(list("'MetricName':'HealthyHostCount'"))).hasSize(1);
        assertThat(caller.refused("ListMetrics", "{'RecentlyActive':'PT1H'}"))
                .startsWith("400 InvalidParameterValueException: ");
    }

    @Test
    void statisticsAreAskedForByTheRules() {
        assertThat(refusedStatistics("'Period':1,'Statistics':['Sum']"))
                .isEqualTo("400 InvalidParameterCombinationException: "
                        + "You have requested up to 3600 datapoints, which exceeds the limit of 1440. You may reduce the datapoints requested "
                        + "by increasing Period, or decreasing the time range.");
        assertThat(refusedStatistics("'Period':60")).contains("Must specify either Statistics or ExtendedStatistics");
        assertThat(refusedStatistics("'Period':61,'Statistics':['Sum']")).contains("The parameter Period must be");
        assertThat(refusedStatistics("'Period':60,'Statistics':['p99']")).contains("is not a valid statistic");
        assertThat(refusedStatistics("'Statistics':['Sum']"))
                .isEqualTo("400 MissingRequiredParameterException: The parameter Period is required.");
    }

    @Test
    void thereAreNoAlarms() {
        assertThat(caller.json("DescribeAlarms", "{}").toString())
                .isEqualTo("{\"CompositeAlarms\":[],\"MetricAlarms\":[]}");
        assertThat(caller.refused("PutMetricAlarm", "{}")).startsWith("501 NotImplemented: ")
                .contains("PutMetricAlarm");
    }

    @Test
    void throttledInvocationsOfTheDataPlaneAreCounted() {
        rig.cloud().shop().function().refused(2);
        rig.cloud().shop().function().ran(Duration.ofMillis(30), true);
        rig.cloud().passSeconds(300);
        assertThat(sum("Throttles")).isEqualTo(2);
        assertThat(sum("Invocations")).isEqualTo(1);
        assertThat(sum("Errors")).isEqualTo(1);
        assertThat(sum("Duration")).isEqualTo(30);
    }

    private double sum(String metric) {
        long now = rig.cloud().now().getEpochSecond();
        return caller.json("GetMetricStatistics", ("{'Namespace':'AWS/Lambda','MetricName':'%s','Dimensions':[{'Name':"
                + "'FunctionName','Value':'shop'}],'StartTime':%d,'EndTime':%d,'Period':60,'Statistics':['Sum']}")
                .formatted(metric, now - 3600, now))
                .path("Datapoints")
                .path(0)
                .path("Sum")
                .asDouble();
    }

    private Answer put(String data) {
        return caller.jsonAnswer("PutMetricData", "{'Namespace':'LambdaFlex','MetricData':[%s]}".formatted(data),
                false);
    }

    private String wrong(String data) {
        return caller.refused("PutMetricData", "{'Namespace':'LambdaFlex','MetricData':[%s]}".formatted(data));
    }

    private JsonNode statistics(String which) {
        JsonNode points = caller.json("GetMetricStatistics", asked("'Period':60," + which)).path("Datapoints");
        assertThat(points).hasSize(1);
        return points.path(0);
    }

    private String refusedStatistics(String more) {
        return caller.refused("GetMetricStatistics", asked(more));
    }

    private String asked(String more) {
        long now = rig.cloud().now().getEpochSecond();
        return "{'Namespace':'LambdaFlex','MetricName':'ticks',%s,'StartTime':%d,'EndTime':%d,%s}".formatted(APP,
                now - 3600, now, more);
    }

    private JsonNode list(String more) {
        return caller.json("ListMetrics", "{%s}".formatted(more));
    }

    private static List<String> names(JsonNode list) {
        List<String> names = new ArrayList<>();
        list.path("Metrics").forEach(metric -> names.add(metric.path("MetricName").asText()));
        return names;
    }
}
