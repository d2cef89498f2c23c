package dev.lambdaflex.provisioner.reconcile.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.lambdaflex.provisioner.reconcile.CloudException;
import dev.lambdaflex.provisioner.reconcile.ConflictException;
import dev.lambdaflex.provisioner.reconcile.OwnerNote;
import dev.lambdaflex.provisioner.reconcile.Writer;
import dev.lambdaflex.provisioner.reconcile.Zone;
import dev.lambdaflex.weights.migration.ChangeStatus;
import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.Split;

/** A zone by Route 53's rules: a batch is refused whole when anything in it is not exactly as it says. */
public final class FakeZone implements Zone {

    private static final Duration IN_SYNC_AFTER = Duration.ofSeconds(30);

    /** A change that was taken. */
    public record Write(long term, RecordSet before, RecordSet after, String comment) {}

    private final InstantSource clock;
    private final List<Write> writes = new ArrayList<>();
    private final Map<String, Instant> changes = new HashMap<>();
    private RecordSet records = RecordSet.EMPTY;
    private OwnerNote note = OwnerNote.NONE;
    private boolean away;
    private boolean refuses;
    private Runnable meanwhile = () -> {};

    FakeZone(InstantSource clock) {
        this.clock = clock;
    }

    public List<Write> writes() {
        return List.copyOf(writes);
    }

    public OwnerNote note() {
        return note;
    }

    public RecordSet records() {
        return records;
    }

    public Split split() {
        return records.split().orElse(Split.ALL_LAMBDA);
    }

    /** Somebody changes the records by hand, past the note. */
    public void edit(RecordSet edited) {
        records = edited;
    }

    /** Somebody, or another program, changes the note. */
    public void edit(OwnerNote edited) {
        note = edited;
    }

    /** The API answers 503 to everything. */
    public void away(boolean whether) {
        away = whether;
    }

    /** The API takes no change. */
    public void refuses(boolean whether) {
        refuses = whether;
    }

    /** What happens once, between a writer's look at the records and its batch. */
    public void meanwhile(Runnable happens) {
        meanwhile = happens;
    }

    @Override
    public View look() {
        answer();
        return new View(records, note.writer());
    }

    @Override
    public String change(RecordSet expected, RecordSet wanted, Writer writer, String comment) {
        answer();
        OwnerNote looked = note;
        RecordSet present = records;
        looked.guard("shop.example.test", writer);
        if (!present.equals(expected)) {
            throw new ConflictException("the records are %s (expected: %s)".formatted(present, expected));
        }
        Runnable happens = meanwhile;
        meanwhile = () -> {};
        happens.run();
        if (refuses) {
            throw new CloudException("no change is taken now");
        }
        if (!note.equals(looked) || !records.equals(present)) {
            throw new ConflictException("Tried to delete a record, but it was not found");
        }
        note = looked.next("shop", writer);
        records = wanted;
        writes.add(new Write(writer.term(), present, wanted, comment));
        String id = "C" + writes.size();
        changes.put(id, clock.instant());
        return id;
    }

    @Override
    public ChangeStatus status(String changeId) {
        answer();
        return Optional.ofNullable(changes.get(changeId))
                .map(at -> clock.instant().isBefore(at.plus(IN_SYNC_AFTER))
                        ? ChangeStatus.PENDING
                        : ChangeStatus.INSYNC)
                .orElse(ChangeStatus.UNKNOWN);
    }

    private void answer() {
        if (away) {
            throw new CloudException("Route 53 is unavailable");
        }
    }
}
