package dev.lambdaflex.simulator.model.zone;

import java.util.List;

/** Changes that are taken together or not at all. The comment is kept with the change. */
public record ChangeBatch(List<Change> changes, String comment) {

    public ChangeBatch {
        changes = List.copyOf(changes);
    }

    public static ChangeBatch of(Change... changes) {
        return new ChangeBatch(List.of(changes), "");
    }
}
