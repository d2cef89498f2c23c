package dev.lambdaflex.simulator.model.zone;

/** One change of a batch. */
public record Change(Action action, ResourceRecordSet record) {

    /** What is done with the record set. */
    public enum Action {
        CREATE, DELETE, UPSERT
    }

    public static Change create(ResourceRecordSet record) {
        return new Change(Action.CREATE, record);
    }

    public static Change delete(ResourceRecordSet record) {
        return new Change(Action.DELETE, record);
    }

    public static Change upsert(ResourceRecordSet record) {
        return new Change(Action.UPSERT, record);
    }

    Change normalised() {
        return new Change(action, record.normalised());
    }
}
