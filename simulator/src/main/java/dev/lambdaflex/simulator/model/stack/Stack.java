package dev.lambdaflex.simulator.model.stack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.lambdaflex.simulator.model.stack.Member.State;
import dev.lambdaflex.simulator.model.time.Timeline;
import dev.lambdaflex.simulator.template.Checked;
import dev.lambdaflex.simulator.template.Plan;
import dev.lambdaflex.simulator.template.Value.Fields;

/**
 * One stack.
 *
 * <pre>
 *   CREATE_IN_PROGRESS --all stand--> CREATE_COMPLETE --delete--> DELETE_IN_PROGRESS --> DELETE_COMPLETE
 *        \--one fails--> ROLLBACK_IN_PROGRESS --> ROLLBACK_COMPLETE --delete--^   \--one stays--> DELETE_FAILED --delete--^
 *   CREATE_COMPLETE --update--> UPDATE_IN_PROGRESS --> UPDATE_COMPLETE
 *                                     \--one fails--> UPDATE_ROLLBACK_IN_PROGRESS --> UPDATE_ROLLBACK_COMPLETE
 * </pre>
 *
 * Resources that do not wait for each other are made and removed side by side. An operation that another one overtakes goes on in
 * the cloud but is no longer listened to: {@code operation} tells them apart.
 */
final class Stack {

    static final String UNAVAILABLE = "Resource handler returned message: \"Service Unavailable\" (HandlerErrorCode: ServiceInternalError)";

    private final StackRequest request;
    private final String id;
    private final Builder.Site site;
    private final StackFaults faults;
    private final Timeline timeline;
    private final StackLog log;
    private final Members members;
    private final StackFace face;
    private Plan plan;
    private String token;
    private int causesSince;
    private boolean failed;
    private int operation;

    Stack(String id, StackRequest request, Plan plan, Builder.Site site, StackFaults faults, Timeline timeline) {
        this.id = id;
        this.request = request;
        this.plan = plan;
        this.site = site;
        this.faults = faults;
        this.timeline = timeline;
        this.token = request.token();
        this.log = new StackLog(request.name(), id, timeline);
        this.members = new Members(plan, site);
        this.face = new StackFace(request, timeline.now());
    }

    String id() {
        return id;
    }

    String name() {
        return request.name();
    }

    String createToken() {
        return request.token();
    }

    StackStatus status() {
        return face.status();
    }

    StackFace face() {
        return face;
    }

    Plan plan() {
        return plan;
    }

    Members members() {
        return members;
    }

    List<StackEvent> events() {
        return log.newestFirst();
    }

    List<BuiltResource> resources() {
        return members.all()
                .stream()
                .filter(Member::mentioned)
                .map(member -> member.view(name(), id, face.tags()))
                .toList();
    }

    /** What is there of that type, whether it comes, stands or goes. */
    List<BuiltResource> standing(String type) {
        return members.all()
                .stream()
                .filter(member -> !member.is(State.ABSENT) && member.resource().type().equals(type)
                        && member.standingId().isPresent())
                .map(member -> member.view(name(), id, face.tags()))
                .toList();
    }

    StackView view() {
        Optional<StackEvent> cause = failed ? log.firstCause(causesSince) : Optional.empty();
        return face.view(id, plan, log.last(), cause);
    }

    // ---- create ----

    void create() {
        begin(token);
        moveTo(StackStatus.CREATE_IN_PROGRESS, "User Initiated");
        int mine = operation;
        request.timeout().ifPresent(timeout -> timeline.after(timeout, () -> timedOut(mine)));
        createReady(mine);
    }

    private void timedOut(int mine) {
        if (operation == mine && status() == StackStatus.CREATE_IN_PROGRESS) {
            creationFailed("Stack creation time exceeded the specified timeout. ");
        }
    }

    private void createReady(int mine) {
        for (Member member : List.copyOf(members.all())) {
            if (operation == mine && member.is(State.ABSENT)
                    && members.needsOf(member, need -> need.is(State.STANDING))) {
                create(member, mine);
            }
        }
        boolean complete = members.all().stream().allMatch(member -> member.is(State.STANDING));
        if (operation == mine && status() == StackStatus.CREATE_IN_PROGRESS && complete) {
            outputs();
        }
    }

    private void outputs() {
        switch (plan.outputs(members)) {
            case Checked.Good<Map<String, String>>(Map<String, String> values) -> {
                face.outputs(values);
                moveTo(StackStatus.CREATE_COMPLETE, "");
            }
            case Checked.Bad<Map<String, String>>(String message) -> creationFailed(message + " ");
        }
    }

    private void create(Member member, int mine) {
        member.state(State.CREATING);
        log.resource(member, "CREATE_IN_PROGRESS", "", token);
        Ending ending = new Ending(this, mine, member) {
            @Override
            void done(StackResource.Made made) {
                member.made(made);
                member.state(State.STANDING);
                log.resource(member, "CREATE_COMPLETE", "", token);
                createReady(mine);
            }

            @Override
            void refused(String reason) {
                member.state(State.BROKEN);
                log.resource(member, "CREATE_FAILED", reason, token);
                creationFailed("The following resource(s) failed to create: [%s]. ".formatted(member.logicalId()));
            }
        };
        if (faults.failsCreation(name(), member.logicalId())) {
            ending.failed(UNAVAILABLE);
            return;
        }
        switch (plan.properties(member.resource(), members)) {
            case Checked.Good<Fields>(Fields properties) -> {
                member.properties(properties);
                member.work().create(properties, ending);
            }
            case Checked.Bad<Fields>(String message) -> ending.failed(message);
        }
    }

    private void creationFailed(String reason) {
        failed = true;
        for (Member member : members.in(State.CREATING)) {
            member.state(State.BROKEN);
            log.resource(member, "CREATE_FAILED", StackEvent.CANCELLED, token);
        }
        int mine = ++operation;
        switch (request.onFailure()) {
            case ROLLBACK -> {
                moveTo(StackStatus.ROLLBACK_IN_PROGRESS, reason + "Rollback requested by user.");
                face.keepReason(reason.strip());
                deleteReady(mine, StackStatus.ROLLBACK_COMPLETE, StackStatus.ROLLBACK_FAILED);
            }
            case DELETE -> {
                moveTo(StackStatus.DELETE_IN_PROGRESS, reason + "Delete requested by user.");
                deleteReady(mine, StackStatus.DELETE_COMPLETE, StackStatus.DELETE_FAILED);
            }
            case DO_NOTHING -> moveTo(StackStatus.CREATE_FAILED, reason.strip());
        }
    }

    // ---- delete ----

    void delete(String deleteToken) {
        begin(deleteToken);
        face.keepReason("");
        members.in(State.STUCK).forEach(member -> member.state(State.STANDING));
        moveTo(StackStatus.DELETE_IN_PROGRESS, "User Initiated");
        deleteReady(operation, StackStatus.DELETE_COMPLETE, StackStatus.DELETE_FAILED);
    }

    private void deleteReady(int mine, StackStatus complete, StackStatus incomplete) {
        for (Member member : List.copyOf(members.all()).reversed()) {
            boolean there = !member.is(State.ABSENT) && !member.is(State.DELETING) && !member.is(State.STUCK);
            if (operation == mine && there && members.usersOf(member, user -> user.is(State.ABSENT))) {
                delete(member, mine);
            }
        }
        boolean busy = members.any(State.DELETING);
        if (operation != mine || !status().inProgress() || busy) {
            return;
        }
        List<Member> stuck = members.in(State.STUCK);
        if (stuck.isEmpty()) {
            moveTo(complete, "");
            site.cleared();
            return;
        }
        failed = true;
        moveTo(incomplete, "The following resource(s) failed to delete: [%s]. "
                .formatted(stuck.stream().map(Member::logicalId).collect(Collectors.joining(", "))));
    }

    private void delete(Member member, int mine) {
        member.state(State.DELETING);
        if (member.resource().keeps()) {
            member.state(State.ABSENT);
            log.resource(member, "DELETE_SKIPPED", "", token);
            return;
        }
        log.resource(member, "DELETE_IN_PROGRESS", "", token);
        Ending ending = new Ending(this, mine, member) {
            @Override
            void done(StackResource.Made made) {
                member.state(State.ABSENT);
                log.resource(member, "DELETE_COMPLETE", "", token);
                goOnDeleting();
            }

            @Override
            void refused(String reason) {
                member.state(State.STUCK);
                log.resource(member, "DELETE_FAILED", reason, token);
                goOnDeleting();
            }

            // A rollback that a removal overtakes is a removal, too: what is going goes for both.
            @Override
            boolean listens() {
                return member.is(State.DELETING);
            }
        };
        if (faults.failsDeletion(name(), member.logicalId())) {
            ending.failed(UNAVAILABLE);
        } else {
            member.work().delete(ending);
        }
    }

    private void goOnDeleting() {
        switch (status()) {
            case ROLLBACK_IN_PROGRESS ->
                deleteReady(operation, StackStatus.ROLLBACK_COMPLETE, StackStatus.ROLLBACK_FAILED);
            case DELETE_IN_PROGRESS ->
                deleteReady(operation, StackStatus.DELETE_COMPLETE, StackStatus.DELETE_FAILED);
            default -> {
                // Nobody removes anything any more.
            }
        }
    }

    // ---- update ----

    /** What each resource would be made of, as far as it changes. */
    Checked<Map<String, Fields>> changes(Plan next) {
        Map<String, Fields> changed = new LinkedHashMap<>();
        for (Member member : members.all()) {
            switch (next.properties(next.resource(member.logicalId()), members)) {
                case Checked.Good<Fields>(Fields properties) -> {
                    if (!properties.equals(member.properties())) {
                        changed.put(member.logicalId(), properties);
                    }
                }
                case Checked.Bad<Fields>(String message) -> {
                    return new Checked.Bad<>(message);
                }
            }
        }
        return new Checked.Good<>(changed);
    }

    void update(String updateToken, Plan next, Map<String, Fields> changed, Map<String, String> tags) {
        begin(updateToken);
        Plan previous = plan;
        Map<String, String> oldTags = face.tags();
        plan = next;
        face.tags(tags);
        face.updated(timeline.now());
        moveTo(StackStatus.UPDATE_IN_PROGRESS, "User Initiated");
        new StackChange(this, operation, changed, true).run(() -> {
            face.outputs(next.outputs(members).orThrow(IllegalStateException::new));
            moveTo(StackStatus.UPDATE_COMPLETE_CLEANUP_IN_PROGRESS, "");
            moveTo(StackStatus.UPDATE_COMPLETE, "");
        }, (reason, touched) -> {
            failed = true;
            plan = previous;
            face.tags(oldTags);
            int mine = ++operation;
            moveTo(StackStatus.UPDATE_ROLLBACK_IN_PROGRESS, reason);
            new StackChange(this, mine, touched, false).run(() -> {
                moveTo(StackStatus.UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS, "");
                moveTo(StackStatus.UPDATE_ROLLBACK_COMPLETE, "");
            }, (again, _) -> moveTo(StackStatus.UPDATE_ROLLBACK_FAILED, again));
        });
    }

    boolean listensTo(int asked) {
        return operation == asked;
    }

    void note(Member member, String status, String reason) {
        log.resource(member, status, reason, token);
    }

    boolean failsUpdate(Member member) {
        return faults.failsCreation(name(), member.logicalId());
    }

    private void begin(String newToken) {
        token = newToken;
        failed = false;
        causesSince = log.size();
        operation++;
    }

    private void moveTo(StackStatus next, String reason) {
        face.status(next, reason, timeline.now());
        log.stack(next, reason, token);
    }
}
