package dev.lambdaflex.simulator.model.stack;

/** The states of a stack that is created and deleted, but never updated. */
public enum StackStatus {
    CREATE_IN_PROGRESS, CREATE_COMPLETE,
    /** A resource failed; what was built goes again. */
    ROLLBACK_IN_PROGRESS,
    /** It failed and everything is gone. It has to be deleted before its name can be used again. */
    ROLLBACK_COMPLETE, ROLLBACK_FAILED, DELETE_IN_PROGRESS,
    /** Something would not go; deleting may be asked again. */
    DELETE_FAILED, DELETE_COMPLETE;

    public boolean inProgress() {
        return this == CREATE_IN_PROGRESS || this == ROLLBACK_IN_PROGRESS || this == DELETE_IN_PROGRESS;
    }
}
