package dev.lambdaflex.cli.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code lambdaflex.yaml} says.
 *
 * @param apps one at least, each name and each host once
 */
public record LambdaFlexConfig(List<AppConfig> apps) {

    private static final String EXAMPLE = "/lambdaflex.example.yaml";

    public LambdaFlexConfig {
        apps = List.copyOf(apps);
        if (apps.isEmpty()) {
            throw new IllegalArgumentException("apps: none (expected: one at least)");
        }
        Set<String> taken = new HashSet<>();
        for (AppConfig app : apps) {
            if (!taken.add(app.name()) || !taken.add(app.host())) {
                throw new IllegalArgumentException(
                        "apps: '%s' or its host '%s' stands twice (expected: once)".formatted(app.name(), app.host()));
            }
        }
    }

    /**
     * Reads {@code file}.
     *
     * @throws ConfigException saying in one sentence what is wrong, and where
     */
    public static LambdaFlexConfig read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new ConfigException(file + ": is no UTF-8 text (expected: YAML in UTF-8)", e);
        } catch (IOException e) {
            throw new ConfigException(file + ": cannot be read (expected: a YAML file; an example is printed by"
                    + " 'lambdaflex config example')", e);
        }
    }

    /**
     * Reads {@code yaml}; {@code file} is only named in refusals.
     *
     * @throws ConfigException saying in one sentence what is wrong, and where
     */
    public static LambdaFlexConfig parse(String file, String yaml) {
        Section root = Section.of("the file", Yaml.read(file, yaml));
        List<AppConfig> apps = root.sections("apps").stream().map(AppReader::read).toList();
        return root.build(() -> new LambdaFlexConfig(apps));
    }

    /** A file with each key, its default and what it means. */
    public static String example() {
        try (InputStream in = Objects.requireNonNull(LambdaFlexConfig.class.getResourceAsStream(EXAMPLE), EXAMPLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<AppConfig> app(String name) {
        return apps.stream().filter(app -> app.name().equals(name)).findFirst();
    }
}
