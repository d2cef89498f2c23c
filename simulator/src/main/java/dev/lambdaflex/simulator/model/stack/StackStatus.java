package dev.lambdaflex.simulator.model.stack;

/** The states of a stack. */
public enum StackStatus {
    CREATE_IN_PROGRESS, CREATE_COMPLETE,
    /** A resource failed, and the caller wanted everything left as it is. */
    CREATE_FAILED,
    /** A resource failed; what was built goes again. */
    ROLLBACK_IN_PROGRESS,
    /** It failed and everything is gone. It has to be deleted before its name can be used again. */
    ROLLBACK_COMPLETE, ROLLBACK_FAILED, UPDATE_IN_PROGRESS,
    /** What was replaced goes; the stack can be used. */
    UPDATE_COMPLETE_CLEANUP_IN_PROGRESS, UPDATE_COMPLETE,
    /** A resource could not be changed; the others get their old values again. */
    UPDATE_ROLLBACK_IN_PROGRESS, UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS, UPDATE_ROLLBACK_COMPLETE,
    UPDATE_ROLLBACK_FAILED, DELETE_IN_PROGRESS,
    /** Something would not go; deleting may be asked again. */
    DELETE_FAILED, DELETE_COMPLETE;

    public boolean inProgress() {
        return name().endsWith("IN_PROGRESS");
    }

    boolean updating() {
        return inProgress() && name().startsWith("UPDATE");
    }

    boolean takesUpdates() {
        return this == CREATE_COMPLETE || this == UPDATE_COMPLETE || this == UPDATE_ROLLBACK_COMPLETE;
    }
}
