package dev.lambdaflex.provisioner.reconcile;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who wrote the records last, as the TXT record beside them says: {@code "heritage=lambdaflex app=shop store=5f3a09c2 term=17 change=42"}. It
 * counts the changes, so that of two writers who read the same note only one can replace it.
 *
 * @param app    whose records
 * @param writer who
 * @param change the number of the change
 */
public record OwnerNote(String app, Writer writer, long change) {

    /** Nobody wrote yet. */
    public static final OwnerNote NONE = new OwnerNote("", Writer.NOBODY, 0);

    private static final Pattern TERM = Pattern.compile("\\bterm=(\\d{1,18})\\b");
    private static final Pattern CHANGE = Pattern.compile("\\bchange=(\\d{1,18})\\b");
    private static final Pattern STORE = Pattern.compile("\\bstore=([a-z0-9]{1,40})\\b");
    private static final Pattern APP = Pattern.compile("\\bapp=([a-z0-9-]+)");

    /** The label that the note has before the app's own name. */
    public static final String LABEL = "_lambdaflex.";

    /** The note that a TXT record holds. One that does not say a term or a number says 0. */
    public static OwnerNote of(String text) {
        return new OwnerNote(word(APP, text), new Writer(word(STORE, text), number(TERM, text)), number(CHANGE, text));
    }

    /** The note of the change that follows. */
    public OwnerNote next(String forApp, Writer by) {
        return new OwnerNote(forApp, by, change + 1);
    }

    /** As Route 53 keeps a TXT record: in quotation marks. */
    public String text() {
        String store = writer.store().isEmpty() ? "" : " store=" + writer.store();
        return "\"heritage=lambdaflex app=%s%s term=%d change=%d\"".formatted(app, store, writer.term(), change);
    }

    /**
     * Refuses a writer whose term is over, or that has no right to these records.
     *
     * @param records the name of the records, for the message
     * @throws StaleWriteException when a later term has written, or somebody with another store
     */
    public void guard(String records, Writer by) {
        if (by.isOfAnotherStore(writer)) {
            throw new StaleWriteException(
                    "the records of %s belong to the provisioner with the store %s (expected: ours, %s; let one of the two have the app, and if that store is lost, delete the TXT record %s%s)"
                            .formatted(records, writer.store(), by.store(), LABEL, records));
        }
        if (!by.follows(writer)) {
            throw new StaleWriteException(
                    "the records of %s were written by term %d (expected: none later than %d; if the store that counted them is lost, delete the TXT record %s%s)"
                            .formatted(records, writer.term(), by.term(), LABEL, records));
        }
    }

    private static String word(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static long number(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }
}
