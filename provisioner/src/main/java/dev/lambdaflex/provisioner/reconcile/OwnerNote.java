package dev.lambdaflex.provisioner.reconcile;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who wrote the records last, as the TXT record beside them says: {@code "heritage=lambdaflex app=shop term=17 change=42"}. It
 * counts the changes, so that of two writers who read the same note only one can replace it.
 *
 * @param app    whose records
 * @param term   the fencing token of the writer's lease
 * @param change the number of the change
 */
public record OwnerNote(String app, long term, long change) {

    /** Nobody wrote yet. */
    public static final OwnerNote NONE = new OwnerNote("", 0, 0);

    private static final Pattern TERM = Pattern.compile("\\bterm=(\\d{1,18})\\b");
    private static final Pattern CHANGE = Pattern.compile("\\bchange=(\\d{1,18})\\b");
    private static final Pattern APP = Pattern.compile("\\bapp=([a-z0-9-]+)");

    /** The label that the note has before the app's own name. */
    public static final String LABEL = "_lambdaflex.";

    /** The note that a TXT record holds. One that does not say a term or a number says 0. */
    public static OwnerNote of(String text) {
        Matcher app = APP.matcher(text);
        return new OwnerNote(app.find() ? app.group(1) : "", number(TERM, text), number(CHANGE, text));
    }

    /** The note of the change that follows. */
    public OwnerNote next(String forApp, long byTerm) {
        return new OwnerNote(forApp, byTerm, change + 1);
    }

    /** As Route 53 keeps a TXT record: in quotation marks. */
    public String text() {
        return "\"heritage=lambdaflex app=%s term=%d change=%d\"".formatted(app, term, change);
    }

    /**
     * Refuses a writer whose term is over.
     *
     * @param records the name of the records, for the message
     * @throws StaleWriteException when a later term has written
     */
    public void guard(String records, long byTerm) {
        if (term > byTerm) {
            throw new StaleWriteException(
                    "the records of %s were written by term %d (expected: none later than %d; if the store that counted them is lost, delete the TXT record %s%s)"
                            .formatted(records, term, byTerm, LABEL, records));
        }
    }

    private static long number(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }
}
