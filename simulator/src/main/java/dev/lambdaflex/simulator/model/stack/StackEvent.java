package dev.lambdaflex.simulator.model.stack;

import java.time.Instant;

/**
 * One line of DescribeStackEvents.
 *
 * @param status {@code CREATE_IN_PROGRESS} and the like, of the resource or of the stack itself
 * @param reason why; empty mostly
 * @param token  the ClientRequestToken of the operation that it belongs to; empty without one
 */
public record StackEvent(long number, Instant at, String logicalId, String physicalId, String type, String status,
        String reason,
        String token) {

    static final String CANCELLED = "Resource creation cancelled";
    static final String UPDATE_CANCELLED = "Resource update cancelled";

    boolean isCauseOfFailure() {
        boolean cancelled = reason.equals(CANCELLED) || reason.equals(UPDATE_CANCELLED);
        return status.endsWith("_FAILED") && !cancelled && !type.equals("AWS::CloudFormation::Stack");
    }

    /** For people: {@code Service CREATE_FAILED: tasks failed to start}. */
    public String sentence() {
        return reason.isEmpty() ? logicalId + " " + status : logicalId + " " + status + ": " + reason;
    }
}
