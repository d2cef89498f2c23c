package dev.lambdaflex.simulator.wire.signature;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

import dev.lambdaflex.simulator.wire.WireRequest;

/**
 * A request in the one form that both sides sign. Every service but S3 encodes the path a second time; names and values of the
 * query are sorted after they are encoded.
 */
final class CanonicalRequest {

    private final WireRequest request;
    private final Signature signature;

    CanonicalRequest(WireRequest request, Signature signature) {
        this.request = request;
        this.signature = signature;
    }

    String text(String bodyHash) {
        String headers = signature.headers()
                .stream()
                .map(name -> name + ":" + value(name) + "\n")
                .collect(Collectors.joining());
        return String.join("\n", request.method(), path(), query(), headers, String.join(";", signature.headers()),
                bodyHash);
    }

    private String value(String header) {
        return request.header(header).orElse("").strip().replaceAll(" +", " ");
    }

    private String path() {
        String path = request.path();
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : path.split("/", -1)) {
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(encoded(segment));
            }
        }
        String end = path.endsWith("/") && !segments.isEmpty() ? "/" : "";
        return "/" + String.join("/", segments) + end;
    }

    private String query() {
        List<String> pairs = new ArrayList<>();
        for (String pair : request.query().split("&", -1)) {
            if (!pair.isEmpty() && !pair.startsWith("X-Amz-Signature=")) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                pairs.add(again(name) + "=" + again(value));
            }
        }
        Collections.sort(pairs);
        return String.join("&", pairs);
    }

    /** Encoded as AWS wants it, however the client had it encoded. */
    private static String again(String text) {
        return encoded(URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
