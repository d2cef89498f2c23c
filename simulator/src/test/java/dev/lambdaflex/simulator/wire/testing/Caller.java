package dev.lambdaflex.simulator.wire.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import dev.lambdaflex.simulator.plane.Endpoint;
import dev.lambdaflex.simulator.wire.signature.AccessKeys;

/** Calls a wire server over real HTTP, signed with the local key unless told otherwise. */
public final class Caller implements AutoCloseable {

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final Signer signer;

    public Caller(Endpoint endpoint, String service) {
        this(endpoint, Signer.of(AccessKeys.LOCAL.id(), AccessKeys.LOCAL.secret(), service));
    }

    public Caller(Endpoint endpoint, Signer signer) {
        this.base = "http://" + endpoint;
        this.signer = signer;
    }

    public Signer signer() {
        return signer;
    }

    public HttpResponse<String> get(String pathAndQuery) {
        return call("GET", pathAndQuery, "", Map.of());
    }

    public HttpResponse<String> call(String method, String pathAndQuery, String body, Map<String, String> headers) {
        return call(signer, Instant.now(), method, pathAndQuery, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public HttpResponse<String> call(Signer as, Instant when, String method, String pathAndQuery, byte[] body,
            Map<String, String> headers) {
        URI uri = URI.create(base + pathAndQuery);
        HttpRequest.Builder request = request(method, uri, body, headers);
        as.sign(method, uri, body, when).forEach(request::setHeader);
        return send(request);
    }

    public HttpResponse<String> unsigned(String method, String pathAndQuery, String body, Map<String, String> headers) {
        return send(request(method, URI.create(base + pathAndQuery), body.getBytes(StandardCharsets.UTF_8), headers));
    }

    private static HttpRequest.Builder request(String method, URI uri, byte[] body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(20))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::setHeader);
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
