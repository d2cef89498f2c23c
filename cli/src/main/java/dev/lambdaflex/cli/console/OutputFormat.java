package dev.lambdaflex.cli.console;

/** How results are printed. In lower case, for that is how they are typed. */
@SuppressWarnings("java:S115")
public enum OutputFormat {
    /** Aligned text for people; may change with any version. */
    text,
    /** JSON as the control API gives it; streams are one object a line. */
    json
}
