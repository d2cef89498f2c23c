package dev.lambdaflex.simulator.model.stack;

import java.time.Instant;

/**
 * One line of DescribeStackEvents.
 *
 * @param status {@code CREATE_IN_PROGRESS} and the like, of the resource or of the stack itself
 * @param reason why; empty mostly
 * @param token  the ClientRequestToken of the operation that it belongs to
 */
public record StackEvent(long number, Instant at, String logicalId, String physicalId, String type, String status,
        String reason,
        String token) {

    static final String CANCELLED = "Resource creation cancelled";

    boolean isCauseOfFailure() {
        return status.endsWith("_FAILED") && !reason.equals(CANCELLED) && !type.equals("AWS::CloudFormation::Stack");
    }

    /** For people: {@code Service CREATE_FAILED: tasks failed to start}. */
    public String sentence() {
        return reason.isEmpty() ? logicalId + " " + status : logicalId + " " + status + ": " + reason;
    }
}
