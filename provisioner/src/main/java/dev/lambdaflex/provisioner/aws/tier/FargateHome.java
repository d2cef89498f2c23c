package dev.lambdaflex.provisioner.aws.tier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import dev.lambdaflex.provisioner.aws.zone.Names;

/**
 * What the Fargate tier of an app is made from.
 *
 * @param app          the app; its stack is called {@code lambdaflex-APP}
 * @param host         the name that its certificate is for and its clients ask for
 * @param template     the text of the CloudFormation template
 * @param parameters   what the template wants to know besides {@code AppName}, {@code HostName} and {@code TaskCount}:
 *                     {@code ImageUri}, {@code CertificateArn}, {@code ContainerPort}, {@code HealthPath}
 * @param buildTimeout after which CloudFormation gives a build up; whole minutes
 */
public record FargateHome(String app, String host, String template, Map<String, String> parameters,
        Duration buildTimeout) {

    private static final String TEMPLATE = "/infra/fargate-tier.yaml";
    /** CloudFormation takes no longer one inline. */
    private static final int MOST_TEMPLATE_BYTES = 51_200;

    public FargateHome {
        host = Names.withoutDot(host);
        parameters = Map.copyOf(parameters);
        int bytes = template.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_TEMPLATE_BYTES) {
            throw new IllegalArgumentException(
                    "template: %d bytes (expected: at most %d)".formatted(bytes, MOST_TEMPLATE_BYTES));
        }
        if (buildTimeout.toMinutes() < 1) {
            throw new IllegalArgumentException("buildTimeout: %s (expected: 1 minute or more)".formatted(buildTimeout));
        }
    }

    /** The app's tier from the template that LambdaFlex brings along. */
    public static FargateHome standard(String app, String host, Map<String, String> parameters) {
        return new FargateHome(app, host, standardTemplate(), parameters, Duration.ofMinutes(25));
    }

    private static String standardTemplate() {
        try (InputStream file = Objects.requireNonNull(FargateHome.class.getResourceAsStream(TEMPLATE), TEMPLATE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(TEMPLATE, e);
        }
    }

    String stackName() {
        return "lambdaflex-" + app;
    }

    /** All that the template is told, in order of their names. */
    Map<String, String> parameters(int tasks) {
        Map<String, String> all = new TreeMap<>(parameters);
        all.put("AppName", app);
        all.put("HostName", host);
        all.put("TaskCount", Integer.toString(tasks));
        return all;
    }
}
