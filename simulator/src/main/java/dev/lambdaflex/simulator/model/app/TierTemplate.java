package dev.lambdaflex.simulator.model.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import dev.lambdaflex.simulator.template.Template;
import dev.lambdaflex.simulator.model.zone.Names;

/** The template of a Fargate tier: the same file that builds one on AWS. It is read once. */
public final class TierTemplate {

    private static final String FILE = "/infra/fargate-tier.yaml";
    private static final Template TEMPLATE = read();

    private TierTemplate() {}

    public static Template get() {
        return TEMPLATE;
    }

    /** Its parameters on a cloud that has no certificates. */
    static Map<String, String> parameters(App app, int tasks) {
        return Map.of("AppName", app.name(), "HostName", Names.withoutDot(app.recordName()), "ImageUri", app.name(),
                "TaskCount", String.valueOf(tasks));
    }

    private static Template read() {
        try (InputStream in = TierTemplate.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("%s is not on the class path".formatted(FILE));
            }
            return Template.read(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .orThrow(message -> new IllegalStateException(FILE + ": " + message));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
