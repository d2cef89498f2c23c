package dev.lambdaflex.simulator.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptServiceTest {

    @ParameterizedTest
    @ValueSource(strings = {"ChangeResourceRecordSets", "CreateHostedZone", "DeleteHostedZone", "ChangeTagsForResource",
            "CreateHealthCheck", "DeleteHealthCheck", "CreateStack", "UpdateStack", "DeleteStack",
            "UpdateTerminationProtection", "UpdateService", "StopTask", "PutFunctionConcurrency",
            "DeleteFunctionConcurrency", "CreateNetworkInterface", "DeleteNetworkInterface", "unknown"})
    void theseAreWrittenDown(String operation) {
        assertThat(KeptService.changes(operation)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GetChange", "ListHostedZones", "TestDNSAnswer", "DescribeStacks", "ValidateTemplate",
            "GetMetricData", "GetCallerIdentity", "Invoke", "PutMetricData"})
    void theseAreNot(String operation) {
        assertThat(KeptService.changes(operation)).isFalse();
    }
}
