package dev.lambdaflex.simulator.load;

import dev.lambdaflex.weights.split.Tier;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Asks for its own text and the text's hash: an answer to another request, a cut or a doubled one cannot pass. */
record Echo(String text) implements Call {

    @Override
    public HttpMethod method() {
        return HttpMethod.GET;
    }

    @Override
    public String path() {
        // A plus means a space in forms only; in a query not everybody reads it so.
        return "/echo?text=" + URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public Optional<Buffer> body() {
        return Optional.empty();
    }

    @Override
    public boolean idempotent() {
        return true;
    }

    @Override
    public int status() {
        return 200;
    }

    @Override
    public Optional<String> mistake(Buffer body, Tier servedBy) {
        return Json.difference(new JsonObject().put("text", text).put("sha256", sha256(text)), body);
    }

    static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }
}
