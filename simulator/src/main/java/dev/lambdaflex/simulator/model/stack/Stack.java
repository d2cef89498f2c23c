package dev.lambdaflex.simulator.model.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.lambdaflex.simulator.model.time.Timeline;

/**
 * One stack.
 *
 * <pre>
 *   CREATE_IN_PROGRESS --all stand--> CREATE_COMPLETE --delete--> DELETE_IN_PROGRESS --> DELETE_COMPLETE
 *        \--one fails--> ROLLBACK_IN_PROGRESS --> ROLLBACK_COMPLETE --delete--^   \--one stays--> DELETE_FAILED --delete--^
 * </pre>
 *
 * An operation that another one overtakes goes on in the cloud but is no longer listened to: {@code operation} tells them apart.
 */
final class Stack {

    private final String id;
    private final String name;
    private final String createToken;
    private final StackTemplate template;
    private final Duration timeout;
    private final StackFaults faults;
    private final Timeline timeline;
    private final Instant created;
    private final StackLog log;
    private final Map<StackResource, String> standing = new LinkedHashMap<>();
    private StackStatus status = StackStatus.CREATE_IN_PROGRESS;
    private String statusReason = "";
    private String token;
    private String failedToken = "";
    private Map<String, String> outputs = Map.of();
    private int operation;

    Stack(String id, String name, String token, StackTemplate template, Duration timeout, StackFaults faults,
            Timeline timeline) {
        this.id = id;
        this.name = name;
        this.createToken = token;
        this.token = token;
        this.template = template;
        this.timeout = timeout;
        this.faults = faults;
        this.timeline = timeline;
        this.created = timeline.now();
        this.log = new StackLog(name, id, timeline);
    }

    String id() {
        return id;
    }

    String createToken() {
        return createToken;
    }

    StackStatus status() {
        return status;
    }

    List<StackEvent> events() {
        return log.newestFirst();
    }

    StackView view() {
        Optional<StackEvent> cause = failedToken.isEmpty() ? Optional.empty() : log.firstCause(failedToken);
        return new StackView(id, name, status, statusReason, created, outputs, log.last(), cause);
    }

    void create() {
        moveTo(StackStatus.CREATE_IN_PROGRESS, "User Initiated");
        int mine = ++operation;
        timeline.after(timeout, () -> {
            if (operation == mine && status == StackStatus.CREATE_IN_PROGRESS) {
                rollBack("Stack creation time exceeded the specified timeout.");
            }
        });
        createNext(template.resources().iterator(), mine);
    }

    void delete(String deleteToken) {
        token = deleteToken;
        statusReason = "";
        int mine = ++operation;
        moveTo(StackStatus.DELETE_IN_PROGRESS, "User Initiated");
        deleteNext(mine, StackStatus.DELETE_COMPLETE, StackStatus.DELETE_FAILED);
    }

    private void createNext(Iterator<StackResource> rest, int mine) {
        if (!rest.hasNext()) {
            outputs = template.outputs().get();
            moveTo(StackStatus.CREATE_COMPLETE, "");
            return;
        }
        StackResource resource = rest.next();
        standing.put(resource, "");
        log.resource(resource, "", "CREATE_IN_PROGRESS", "", token);
        Once completion = new Once(mine) {
            @Override
            void done(String physicalId) {
                standing.put(resource, physicalId);
                log.resource(resource, physicalId, "CREATE_COMPLETE", "", token);
                createNext(rest, mine);
            }

            @Override
            void refused(String reason) {
                log.resource(resource, "", "CREATE_FAILED", reason, token);
                rollBack("The following resource(s) failed to create: [%s]. ".formatted(resource.logicalId()));
            }
        };
        if (faults.failsCreation(name, resource.logicalId())) {
            completion.failed(
                    "Resource handler returned message: \"Service Unavailable\" (HandlerErrorCode: ServiceInternalError)");
        } else {
            resource.create(completion);
        }
    }

    private void rollBack(String reason) {
        failedToken = token;
        int mine = ++operation;
        moveTo(StackStatus.ROLLBACK_IN_PROGRESS, reason + "Rollback requested by user.");
        statusReason = reason.strip();
        deleteNext(mine, StackStatus.ROLLBACK_COMPLETE, StackStatus.ROLLBACK_FAILED);
    }

    private void deleteNext(int mine, StackStatus complete, StackStatus failed) {
        Deque<StackResource> left = new ArrayDeque<>(standing.keySet());
        if (left.isEmpty()) {
            moveTo(complete, "");
            return;
        }
        StackResource resource = left.getLast();
        String physicalId = standing.getOrDefault(resource, "");
        log.resource(resource, physicalId, "DELETE_IN_PROGRESS", "", token);
        Once completion = new Once(mine) {
            @Override
            void done(String removed) {
                standing.remove(resource);
                log.resource(resource, physicalId, "DELETE_COMPLETE", "", token);
                deleteNext(mine, complete, failed);
            }

            @Override
            void refused(String reason) {
                failedToken = token;
                log.resource(resource, physicalId, "DELETE_FAILED", reason, token);
                statusReason = "The following resource(s) failed to delete: [%s].".formatted(resource.logicalId());
                moveTo(failed, statusReason);
            }
        };
        if (faults.failsDeletion(name, resource.logicalId())) {
            completion.failed(
                    "Resource handler returned message: \"Service Unavailable\" (HandlerErrorCode: ServiceInternalError)");
        } else {
            resource.delete(completion);
        }
    }

    private void moveTo(StackStatus next, String reason) {
        status = next;
        log.stack(next, reason, token);
    }

    /** Reports once, and only to the operation that asked. */
    private abstract class Once implements StackResource.Completion {

        private final int mine;
        private boolean reported;

        Once(int mine) {
            this.mine = mine;
        }

        abstract void done(String physicalId);

        abstract void refused(String reason);

        @Override
        public void succeeded(String physicalId) {
            if (counts()) {
                done(physicalId);
            }
        }

        @Override
        public void failed(String reason) {
            if (counts()) {
                refused(reason);
            }
        }

        private boolean counts() {
            boolean counts = !reported && operation == mine;
            reported = true;
            return counts;
        }
    }
}
