package dev.lambdaflex.proxy;

import java.util.Optional;

/**
 * What a request asks for: a path, and a host when the target is in absolute form, which then counts instead of the
 * {@code Host} header (RFC 9112, 3.2.2).
 *
 * @param path as it goes to the upstream, untouched: {@code /a/../b} is the application's to understand
 */
record RequestTarget(String path, Optional<String> host) {

    private static final String CLEAR = "http://";

    /** The target; empty when it is in no form that a server accepts. */
    static Optional<RequestTarget> parse(String method, String uri) {
        if (!onlyVisibleAscii(uri)) {
            return Optional.empty();
        }
        if (uri.startsWith("/") || (uri.equals("*") && method.equals("OPTIONS"))) {
            return Optional.of(new RequestTarget(uri, Optional.empty()));
        }
        return uri.regionMatches(true, 0, CLEAR, 0, CLEAR.length()) ? absolute(uri) : Optional.empty();
    }

    private static Optional<RequestTarget> absolute(String uri) {
        int end = CLEAR.length();
        while (end < uri.length() && uri.charAt(end) != '/' && uri.charAt(end) != '?') {
            end++;
        }
        String host = uri.substring(CLEAR.length(), end);
        String rest = uri.substring(end);
        String path = rest.startsWith("/") ? rest : "/" + rest;
        return HostName.valid(host) ? Optional.of(new RequestTarget(path, Optional.of(host))) : Optional.empty();
    }

    private static boolean onlyVisibleAscii(String uri) {
        for (int i = 0; i < uri.length(); i++) {
            char c = uri.charAt(i);
            if (c <= 0x20 || c >= 0x7f || c == '#') {
                return false;
            }
        }
        return true;
    }
}
