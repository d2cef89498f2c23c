package dev.lambdaflex.provisioner.aws.client;

import io.micrometer.core.instrument.MeterRegistry;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Counts requests by service, each attempt, for each counts against the account's limits. */
final class CallMeter implements ExecutionInterceptor {

    private final MeterRegistry meters;

    CallMeter(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        meters.counter("lambdaflex.aws.calls", "service",
                attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME)).increment();
    }
}
