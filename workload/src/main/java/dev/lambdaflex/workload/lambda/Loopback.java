package dev.lambdaflex.workload.lambda;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to the app over a real connection on the loopback interface. A shorter way into the handler would save
 * a fraction of a millisecond and be a second way, with its own parsing, limits and bugs.
 */
public final class Loopback {

    /** As wide as what the app may answer; API Gateway and the ALB cut headers at 10 and 32 KB. */
    private static final int MAX_HEADERS = 64 * 1024;

    private final Context context;
    private final HttpClient client;
    private final int port;

    /** As many connections as requests may be under way at a time. */
    public Loopback(Vertx vertx, int port, int connections) {
        this.context = vertx.getOrCreateContext();
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxHeaderSize(MAX_HEADERS)
                .setMaxInitialLineLength(MAX_HEADERS)
                .setDecompressionSupported(false)
                // Never closed for idleness: a frozen environment has no sense of time, and both ends are ours.
                .setKeepAliveTimeout(0), new PoolOptions().setHttp1MaxSize(connections));
        this.port = port;
    }

    /** The app's whole answer; {@link TimeoutException} when it took longer, and then its connection is cut. */
    LambdaResponse send(LambdaRequest request, Duration limit) throws TimeoutException {
        return send(request, limit, Loopback::collect);
    }

    /** The app's answer once its headers are there. */
    StreamedAnswer open(LambdaRequest request, Duration limit) throws TimeoutException {
        return send(request, limit,
                response -> Future.succeededFuture(StreamedAnswer.begin(context, response)));
    }

    private <T> T send(LambdaRequest request, Duration limit, Function<HttpClientResponse, Future<T>> reading)
            throws TimeoutException {
        AtomicReference<@Nullable HttpClientRequest> sent = new AtomicReference<>();
        Promise<T> answered = Promise.promise();
        context.runOnContext(_ -> Future.<T>future(done -> exchange(request, sent, reading).onComplete(done))
                .onComplete(answered));
        Future<T> answer = answered.future();
        try {
            return answer.await(limit);
        } catch (TimeoutException late) {
            HttpClientRequest open = sent.get();
            if (open != null) {
                open.reset();
            }
            throw late;
        }
    }

    /** Runs on the loop that also delivers the answer: from any other thread the answer can end before it is listened to. */
    private <T> Future<T> exchange(LambdaRequest request, AtomicReference<@Nullable HttpClientRequest> sent,
            Function<HttpClientResponse, Future<T>> reading) {
        return client.request(options(request)).compose(open -> {
            sent.set(open);
            return send(open, request).compose(reading);
        });
    }

    private RequestOptions options(LambdaRequest request) {
        return new RequestOptions().setHost("127.0.0.1")
                .setPort(port)
                .setMethod(request.method())
                .setURI(request.target())
                .setHeaders(request.headers());
    }

    private static Future<HttpClientResponse> send(HttpClientRequest open, LambdaRequest request) {
        return request.body().length() == 0 ? open.send() : open.send(request.body());
    }

    private static Future<LambdaResponse> collect(HttpClientResponse response) {
        return BoundedBody.collect(response, ResultBody.MOST_OF_LAMBDA)
                .map(body -> new LambdaResponse(response.statusCode(), response.headers(), body));
    }
}
