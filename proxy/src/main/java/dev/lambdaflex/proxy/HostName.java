package dev.lambdaflex.proxy;

import java.util.Locale;

/** The grammar of a {@code Host} that the edge serves: a name, an IPv4 address or a bracketed IPv6 address, and a port. */
final class HostName {

    private static final int MAX_LENGTH = 261; // 255 for a DNS name and 6 for a port

    private HostName() {}

    static boolean valid(String host) {
        if (host.isEmpty() || host.length() > MAX_LENGTH) {
            return false;
        }
        int end = endOfName(host);
        return end > 0 && (end == host.length() || validPort(host, end));
    }

    /** The name without its port, in lower case. */
    static String nameOf(String host) {
        return host.substring(0, endOfName(host)).toLowerCase(Locale.ROOT);
    }

    /** Where the name ends; 0 when it is none. */
    private static int endOfName(String host) {
        if (host.charAt(0) == '[') {
            int close = host.indexOf(']');
            return close > 1 && isAddress(host, close) ? close + 1 : 0;
        }
        int end = 0;
        while (end < host.length() && isNameCharacter(host.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isAddress(String host, int close) {
        for (int i = 1; i < close; i++) {
            char c = host.charAt(i);
            if (Character.digit(c, 16) < 0 && c != ':' && c != '.') {
                return false;
            }
        }
        return true;
    }

    private static boolean isNameCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.'
                || c == '_';
    }

    private static boolean validPort(String host, int colon) {
        int digits = host.length() - colon - 1;
        if (host.charAt(colon) != ':' || digits < 1 || digits > 5) {
            return false;
        }
        int port = 0;
        for (int i = colon + 1; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
            port = port * 10 + (c - '0');
        }
        return port <= 65_535;
    }
}
