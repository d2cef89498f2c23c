package dev.lambdaflex.provisioner.aws.zone;

import java.util.Locale;

/** DNS names as Route 53 lists them: in lower case, with a final dot. */
public final class Names {

    private Names() {}

    public static String withDot(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower : lower + ".";
    }

    public static String withoutDot(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    static boolean isOrUnder(String name, String ancestor) {
        return name.equals(ancestor) || name.endsWith("." + ancestor);
    }
}
