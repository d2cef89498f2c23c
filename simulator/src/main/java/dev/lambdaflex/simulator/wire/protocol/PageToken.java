package dev.lambdaflex.simulator.wire.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Pages of a list behind tokens that mean nothing to the caller. */
public final class PageToken {

    private static final String MARK = "page/";

    private PageToken() {}

    /**
     * A page of a list.
     *
     * @param next the token of the next page; empty on the last
     */
    public record Page<T>(List<T> items, Optional<String> next) {

        public Page {
            items = List.copyOf(items);
        }
    }

    /** The token of the page that begins at {@code position}: a number, a name, whatever the list is ordered by. */
    public static String of(String position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((MARK + position).getBytes(StandardCharsets.UTF_8));
    }

    /** Where {@code token} begins; empty when it is none of ours. */
    public static Optional<String> position(String token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            return text.startsWith(MARK) ? Optional.of(text.substring(MARK.length())) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The page of {@code all} that {@code token} begins; the first without one. {@code broken} is thrown for a token of nobody. */
    public static <T> Page<T> page(List<T> all, Optional<String> token, int size, Supplier<Refusal> broken) {
        int from = token.map(given -> position(given).filter(text -> text.matches("[0-9]{1,9}")).orElseThrow(broken))
                .map(Integer::parseInt)
                .orElse(0);
        int start = Math.min(from, all.size());
        int end = Math.min(start + size, all.size());
        return new Page<>(all.subList(start, end),
                end < all.size() ? Optional.of(of(String.valueOf(end))) : Optional.empty());
    }
}
