package dev.lambdaflex.provisioner.api;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of an app's state as HTTP writes it: {@code "12"}. */
final class EntityTag {

    private static final Pattern OURS = Pattern.compile("\"(\\d{1,18})\"");
    private static final Pattern ANY_TAG = Pattern.compile("(W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*\"");

    private EntityTag() {}

    static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version that an If-Match header asks for: none for {@code *}, an impossible one for a tag that is not ours, such
     * as a weak one; empty for what is no entity tag.
     */
    static Optional<OptionalLong> parse(String ifMatch) {
        String text = ifMatch.strip();
        if (text.equals("*")) {
            return Optional.of(OptionalLong.empty());
        }
        Matcher ours = OURS.matcher(text);
        if (ours.matches()) {
            return Optional.of(OptionalLong.of(Long.parseLong(ours.group(1))));
        }
        return ANY_TAG.matcher(text).matches() ? Optional.of(OptionalLong.of(-1)) : Optional.empty();
    }
}
