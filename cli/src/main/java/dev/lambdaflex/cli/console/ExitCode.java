package dev.lambdaflex.cli.console;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How a command ends. Scripts rely on the numbers: none is ever given another meaning. */
public enum ExitCode {
    /** Done, or nothing to do. */
    OK(0, "done, or there was nothing to do"),
    /** A run found something that must not be. */
    FINDING(1, "the run found what must not be: lost or wrong answers, violations, leftovers, a migration that failed"),
    /** The command line is wrong. */
    USAGE(2, "wrong usage: an unknown option, a value out of range, an app that does not exist"),
    /** Nobody answers at the address of the API. */
    UNREACHABLE(3, "the control API cannot be reached"),
    /** 409, 412, 428 and 429. */
    REFUSED(4, "the provisioner refused: a safety rule, the present phase or a newer change stands against it"),
    /** 401 and 403. */
    FORBIDDEN(5, "not allowed: the token is missing or wrong"),
    /** This machine lacks something: not for the command to mend. */
    UNAVAILABLE(69, "something is missing on this machine: a JDK 25, Maven, a free port, a folder to write to"),
    /** A bug, here or in the provisioner. */
    INTERNAL(70, "an internal error; --verbose shows more"),
    /** The cloud is not as it must be: for its owner to mend. */
    CLOUD(71,
            "the cloud is not as it must be: credentials, region, hosted zone, records, an address where nobody answers"),
    /** The configuration file is wrong. */
    CONFIG(78, "the configuration file is wrong; the message names file, line and column"),
    /** The shell's number for SIGINT. */
    INTERRUPTED(130, "ended by Ctrl-C");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    /** Code to meaning, in the form that the help of a command prints. */
    public static Map<String, String> help() {
        return Arrays.stream(values())
                .collect(Collectors.toMap(c -> "%3d".formatted(c.code), c -> c.meaning, (a, _) -> a,
                        LinkedHashMap::new));
    }
}
