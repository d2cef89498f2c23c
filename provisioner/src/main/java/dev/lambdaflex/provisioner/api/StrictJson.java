package dev.lambdaflex.provisioner.api;

import java.io.IOException;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/**
 * Reads a body once before anything else does and refuses what two parsers may understand differently or what costs more
 * than it is worth: doubled names, deep nesting, endless numbers, text after the end.
 */
final class StrictJson implements Handler<RoutingContext> {

    private static final int DEEPEST = 32;

    private final JsonFactory json = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxNumberLength(40).build())
            .build();

    @Override
    public void handle(RoutingContext rc) {
        Buffer body = rc.body().buffer();
        Optional<String> fault = body == null || body.length() == 0 ? Optional.empty() : fault(body);
        if (fault.isPresent()) {
            Problem.of(400, "body: " + fault.get() + " (expected: one JSON object)").send(rc.response());
        } else {
            rc.next();
        }
    }

    private Optional<String> fault(Buffer body) {
        try (JsonParser parser = json.createParser(body.getBytes())) {
            parser.nextToken();
            parser.skipChildren();
            return parser.nextToken() == null ? Optional.empty() : Optional.of("more than one JSON value");
        } catch (StreamConstraintsException _) {
            return Optional.of("nested deeper than %d, or a number of more than 40 digits".formatted(DEEPEST));
        } catch (JsonProcessingException e) {
            String message = e.getOriginalMessage();
            boolean doubled = message.startsWith("Duplicate");
            return Optional.of("%s at line %d, column %d".formatted(doubled ? "a name given twice" : "not JSON",
                    e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
        } catch (IOException e) {
            return Optional.of("unreadable: " + e.getMessage());
        }
    }
}
