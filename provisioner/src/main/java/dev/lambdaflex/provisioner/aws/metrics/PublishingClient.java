package dev.lambdaflex.provisioner.aws.metrics;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import software.amazon.awssdk.services.cloudwatch.CloudWatchAsyncClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataResponse;

/**
 * The one call that Micrometer makes, over the synchronous client: an asynchronous one would need an HTTP client of its own, and
 * the SDK's is built on another Netty than Vert.x is.
 */
final class PublishingClient implements CloudWatchAsyncClient {

    private final CloudWatchClient cloudWatch;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    PublishingClient(CloudWatchClient cloudWatch) {
        this.cloudWatch = cloudWatch;
    }

    @Override
    public CompletableFuture<PutMetricDataResponse> putMetricData(PutMetricDataRequest request) {
        return CompletableFuture.supplyAsync(() -> cloudWatch.putMetricData(request), threads);
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        threads.close();
    }
}
