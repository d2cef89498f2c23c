package dev.lambdaflex.cli.api;

import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;

import dev.lambdaflex.cli.console.CommandFailure;
import dev.lambdaflex.cli.console.ExitCode;
import dev.lambdaflex.cli.console.GlobalOptions;
import dev.lambdaflex.cli.console.Printable;
import dev.lambdaflex.cli.process.Lookups;

/** Asks the control API, one thing at a time. Closing it ends its threads. */
public final class ApiClient implements AutoCloseable {

    // A request ticks before it is answered, and a tick waits for calls to the cloud.
    private static final int ANSWER_SECONDS = 30;
    private static final int CONNECT_MILLIS = 3_000;

    private final URI base;
    private final Optional<String> token;
    private final Vertx vertx;
    private final WebClient web;

    public ApiClient(URI base, Optional<String> token) {
        this.base = base;
        this.token = token;
        this.vertx = Vertx.vertx(Lookups.fresh(small()));
        this.web = WebClient.create(vertx, new WebClientOptions()
                .setFollowRedirects(false)
                .setUserAgent("lambdaflex-cli")
                .setConnectTimeout(CONNECT_MILLIS));
    }

    /** A client of the API that the command line names. */
    public static ApiClient of(GlobalOptions global) {
        return new ApiClient(global.api(), global.token());
    }

    public ApiAnswer get(String path) throws InterruptedException {
        return answer(request(HttpMethod.GET, path).send());
    }

    public ApiAnswer post(String path, JsonObject body) throws InterruptedException {
        return answer(request(HttpMethod.POST, path).sendJsonObject(body));
    }

    /** Changes what is at {@code path}, if it still is what {@code etag} names. */
    public ApiAnswer put(String path, String etag, JsonObject body) throws InterruptedException {
        return answer(request(HttpMethod.PUT, path).putHeader("If-Match", etag).sendJsonObject(body));
    }

    /** The live events at {@code path}. */
    public EventFeed events(String path) {
        return new EventFeed(this, path);
    }

    HttpRequest<Buffer> request(HttpMethod method, String path) {
        HttpRequest<Buffer> request = web.requestAbs(method, base.resolve(path).toString())
                .putHeader("Accept", "application/json, application/problem+json");
        token.ifPresent(request::bearerTokenAuthentication);
        return request;
    }

    CommandFailure unreachable(Throwable cause) {
        String why = switch (cause) {
            case TimeoutException _ -> "no answer within %d s".formatted(ANSWER_SECONDS);
            case ConnectException _ -> "nobody listens there";
            case UnknownHostException _ -> "the name is not known";
            default -> Printable.text(String.valueOf(cause.getMessage()));
        };
        return new CommandFailure(ExitCode.UNREACHABLE,
                "the control API at %s cannot be reached: %s (is 'lambdaflex up' running? --api names another place)"
                        .formatted(base, why),
                cause);
    }

    private ApiAnswer answer(Future<HttpResponse<Buffer>> future) throws InterruptedException {
        HttpResponse<Buffer> response = await(future);
        String body = response.bodyAsString() == null ? "" : response.bodyAsString();
        if (response.statusCode() / 100 != 2) {
            throw Problem.of(response.statusCode(), body).failure();
        }
        return new ApiAnswer(body, Optional.ofNullable(response.getHeader("ETag")));
    }

    private HttpResponse<Buffer> await(Future<HttpResponse<Buffer>> future) throws InterruptedException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw unreachable(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw unreachable(e);
        }
    }

    /** Gives the threads some time to end; the process ends without them, too. */
    @Override
    public void close() {
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(2, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException _) {
            return;
        }
    }

    // One connection at a time: no cache of files, no pools of threads.
    private static VertxOptions small() {
        return new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false));
    }
}
