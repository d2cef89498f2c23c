package dev.lambdaflex.cli.config;

/** Where something stands in a file, counted from 1. */
record Place(String file, int line, int column) {

    ConfigException refuse(String sentence) {
        return new ConfigException(this + ": " + sentence);
    }

    ConfigException refuse(String sentence, Throwable cause) {
        return new ConfigException(this + ": " + sentence, cause);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
