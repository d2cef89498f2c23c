package dev.lambdaflex.simulator.model.zone;

import java.util.Comparator;
import java.util.Locale;

/**
 * Domain names as Route 53 keeps them: lower case, with a final dot, every character other than a-z 0-9 - _ written as an octal
 * escape ({@code *} is {@code \052}), listed in the order of their labels from the right.
 */
public final class Names {

    /** The order of listings: {@code example.test. < app.example.test. < b.app.example.test.}. */
    static final Comparator<String> LISTING_ORDER = Comparator.comparing(Names::reversed);

    /** What is kept as it is; the backslash begins an escape that the caller wrote. */
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyz0123456789-_.\\";

    private Names() {}

    /** {@code name} as Route 53 keeps it. */
    public static String normalise(String name) {
        return isNormal(name) ? name : rewritten(name);
    }

    /** Most names that come by are normal already, and every answer asks. */
    private static boolean isNormal(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (PLAIN.indexOf(name.charAt(i)) < 0) {
                return false;
            }
        }
        return name.endsWith(".");
    }

    private static String rewritten(String name) {
        StringBuilder kept = new StringBuilder(name.length() + 1);
        for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
            kept.append(PLAIN.indexOf(c) >= 0 ? String.valueOf(c) : "\\%03o".formatted((int) c));
        }
        return kept.isEmpty() || kept.charAt(kept.length() - 1) != '.' ? kept.append('.').toString() : kept.toString();
    }

    /** {@code name} without its final dot, as other services write names. */
    public static String withoutDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    /** Whether the normalised {@code name} is the normalised {@code zone} or below it. */
    static boolean within(String name, String zone) {
        return name.equals(zone) || name.endsWith("." + zone);
    }

    private static String reversed(String name) {
        String[] labels = name.split("\\.", -1);
        StringBuilder order = new StringBuilder(name.length() + 1);
        for (int i = labels.length - 1; i >= 0; i--) {
            order.append(labels[i]).append('\0');
        }
        return order.toString();
    }
}
