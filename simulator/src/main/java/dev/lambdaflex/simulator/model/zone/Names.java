package dev.lambdaflex.simulator.model.zone;

import java.util.Comparator;
import java.util.Locale;

/**
 * Domain names as Route 53 keeps them: lower case, with a final dot, every character other than a-z 0-9 - _ written as an octal
 * escape ({@code *} is {@code \052}), listed in the order of their labels from the right.
 */
public final class Names {

    /** The order of listings: {@code example.test. < app.example.test. < b.app.example.test.}. */
    static final Comparator<String> LISTING_ORDER = Names::compareFromTheRight;

    private Names() {}

    /** {@code name} as Route 53 keeps it. */
    public static String normalise(String name) {
        return isNormal(name) ? name : rewritten(name);
    }

    /** Most names that come by are normal already, and every answer asks. */
    private static boolean isNormal(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (!isPlain(name.charAt(i))) {
                return false;
            }
        }
        return name.endsWith(".");
    }

    /** The backslash begins an escape that the caller wrote. */
    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == '\\';
    }

    private static String rewritten(String name) {
        StringBuilder kept = new StringBuilder(name.length() + 1);
        for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
            kept.append(isPlain(c) ? String.valueOf(c) : "\\%03o".formatted((int) c));
        }
        return kept.isEmpty() || kept.charAt(kept.length() - 1) != '.' ? kept.append('.').toString() : kept.toString();
    }

    /** Which of two normalised names comes first in listings, as a comparator tells it. */
    public static int compare(String name, String other) {
        return LISTING_ORDER.compare(name, other);
    }

    /** {@code name} without its final dot, as other services write names. */
    public static String withoutDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    /** {@code id} without the {@code prefix} that some answers put before it. */
    static String withoutPrefix(String prefix, String id) {
        return id.startsWith(prefix) ? id.substring(prefix.length()) : id;
    }

    /** Whether the normalised {@code name} is the normalised {@code zone} or below it. */
    static boolean within(String name, String zone) {
        int above = name.length() - zone.length() - 1;
        return name.endsWith(zone) && (above < 0 || name.charAt(above) == '.');
    }

    /** Label by label, the last first, without taking the names apart: each reading of a zone compares. */
    private static int compareFromTheRight(String a, String b) {
        int endOfA = a.length();
        int endOfB = b.length();
        while (endOfA >= 0 && endOfB >= 0) {
            int startOfA = a.lastIndexOf('.', endOfA - 1) + 1;
            int startOfB = b.lastIndexOf('.', endOfB - 1) + 1;
            int order = compareLabels(a, startOfA, endOfA, b, startOfB, endOfB);
            if (order != 0) {
                return order;
            }
            endOfA = startOfA - 1;
            endOfB = startOfB - 1;
        }
        return Integer.compare(endOfA, endOfB);
    }

    private static int compareLabels(String a, int startOfA, int endOfA, String b, int startOfB, int endOfB) {
        int shorter = Math.min(endOfA - startOfA, endOfB - startOfB);
        for (int i = 0; i < shorter; i++) {
            int order = Character.compare(a.charAt(startOfA + i), b.charAt(startOfB + i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(endOfA - startOfA, endOfB - startOfB);
    }
}
