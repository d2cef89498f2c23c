package dev.lambdaflex.provisioner.aws.tier;

import dev.lambdaflex.weights.migration.FargateView.Status;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** CloudFormation's statuses as the tier's. */
final class StackStatuses {

    private StackStatuses() {}

    /**
     * What is rolled back after a failed build can only be removed, so it has failed from the moment that the rollback begins.
     * An update, which only people make, leaves the tier standing however it ends: its health tells the rest.
     */
    static Status of(StackStatus status) {
        return switch (status) {
            case CREATE_IN_PROGRESS -> Status.BUILDING;
            case CREATE_COMPLETE, IMPORT_IN_PROGRESS, IMPORT_COMPLETE, IMPORT_ROLLBACK_IN_PROGRESS,
                    IMPORT_ROLLBACK_COMPLETE, IMPORT_ROLLBACK_FAILED, UPDATE_IN_PROGRESS,
                    UPDATE_COMPLETE_CLEANUP_IN_PROGRESS, UPDATE_COMPLETE, UPDATE_FAILED, UPDATE_ROLLBACK_IN_PROGRESS,
                    UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS, UPDATE_ROLLBACK_COMPLETE, UPDATE_ROLLBACK_FAILED ->
                Status.READY;
            // A change set that was never executed: nothing is built, but the name is taken.
            case REVIEW_IN_PROGRESS, CREATE_FAILED, ROLLBACK_IN_PROGRESS, ROLLBACK_COMPLETE, ROLLBACK_FAILED,
                    UNKNOWN_TO_SDK_VERSION ->
                Status.FAILED;
            case DELETE_IN_PROGRESS -> Status.REMOVING;
            case DELETE_FAILED -> Status.REMOVE_FAILED;
            case DELETE_COMPLETE -> Status.ABSENT;
        };
    }
}
