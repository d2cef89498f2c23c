package dev.lambdaflex.cli.config;

/** A configuration that is not understood: one sentence, with file, line and column in front. */
public final class ConfigException extends RuntimeException {

    ConfigException(String sentence) {
        super(sentence);
    }

    ConfigException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
