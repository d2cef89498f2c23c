package dev.lambdaflex.simulator.wire;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.vertx.core.buffer.Buffer;

/**
 * A request as it came over the wire.
 *
 * @param path      the path without the query, still percent-encoded
 * @param query     the raw query; empty without one
 * @param headers   by lower-case name
 * @param body      what the caller wrote, unpacked when it came packed
 * @param region    the region of the signature's credential scope
 * @param requestId what the answer carries as its request id, in its head and where the protocol wants it in its body
 */
public record WireRequest(String method, String path, String query, Map<String, String> headers, Buffer body,
        String region,
        String accessKey, String requestId) {

    private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=([A-Za-z0-9]+)");

    public WireRequest {
        headers = Map.copyOf(headers);
    }

    /** A request with an id of its own. */
    public WireRequest(String method, String path, String query, Map<String, String> headers, Buffer body,
            String region,
            String accessKey) {
        this(method, path, query, headers, body, region, accessKey, UUID.randomUUID().toString());
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /**
     * The operation that a request of an RPC protocol names: in a header, at the end of its path or as its form's Action. Empty for
     * REST, where method and path tell.
     */
    public Optional<String> operation() {
        if (header("x-amz-target").isPresent()) {
            return header("x-amz-target").map(target -> target.substring(target.lastIndexOf('.') + 1));
        }
        if (header("smithy-protocol").isPresent()) {
            return Optional.of(path.substring(path.lastIndexOf('/') + 1));
        }
        boolean form = header("content-type").filter(type -> type.startsWith("application/x-www-form-urlencoded"))
                .isPresent();
        Matcher action = ACTION.matcher(form ? query + "&" + text() : query);
        return action.find() ? Optional.of(action.group(1)) : Optional.empty();
    }

    public String text() {
        return body.toString();
    }

    /** The same request once it is known who calls, and for which region. */
    public WireRequest by(String caller, String signedFor) {
        return new WireRequest(method, path, query, headers, body, signedFor, caller, requestId);
    }

    public WireRequest withBody(Buffer other) {
        return new WireRequest(method, path, query, headers, other, region, accessKey, requestId);
    }
}
