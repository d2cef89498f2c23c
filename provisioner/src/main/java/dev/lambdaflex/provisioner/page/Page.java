package dev.lambdaflex.provisioner.page;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;

/** The files of the page, read once: what is not named here does not exist, whatever a path says. */
public final class Page {

    private static final Map<String, String> TYPES = Map.of(
            "index.html", "text/html; charset=utf-8",
            "page.css", "text/css; charset=utf-8",
            "page.js", "text/javascript; charset=utf-8",
            "api.js", "text/javascript; charset=utf-8",
            "ask.js", "text/javascript; charset=utf-8",
            "chart.js", "text/javascript; charset=utf-8",
            "icon.svg", "image/svg+xml");

    private final Map<String, File> files;

    private record File(String type, Buffer content) {}

    private Page(Map<String, File> files) {
        this.files = files;
    }

    public static Page load() {
        Map<String, File> files = new HashMap<>();
        TYPES.forEach((name, type) -> {
            File file = new File(type, content(name));
            files.put("/page/" + name, file);
            if (name.equals("index.html")) {
                files.put("/", file);
            }
        });
        return new Page(Map.copyOf(files));
    }

    /** Answers {@code request} if it is for one of the files; returns whether it is. */
    public boolean answer(HttpServerRequest request) {
        @Nullable
        File file = files.get(request.path());
        boolean reads = request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        if (file == null || !reads) {
            return false;
        }
        HttpServerResponse response = request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, file.type())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(file.content().length()));
        // A client that went away has no use for the failure of this.
        (request.method().equals(HttpMethod.HEAD) ? response.end() : response.end(file.content())).onFailure(_ -> {});
        return true;
    }

    private static Buffer content(String name) {
        try (InputStream file = Page.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the class path has no page file " + name);
            }
            return Buffer.buffer(file.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException("page file " + name + " cannot be read", e);
        }
    }
}
