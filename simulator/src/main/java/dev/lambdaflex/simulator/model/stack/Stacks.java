package dev.lambdaflex.simulator.model.stack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

import dev.lambdaflex.simulator.model.api.AwsError;
import dev.lambdaflex.simulator.model.api.Doors;
import dev.lambdaflex.simulator.model.api.Reply;
import dev.lambdaflex.simulator.model.api.Service;
import dev.lambdaflex.simulator.model.stack.Tokens.Operation;
import dev.lambdaflex.simulator.model.time.Streams;
import dev.lambdaflex.simulator.model.time.Timeline;
import dev.lambdaflex.simulator.template.Checked;
import dev.lambdaflex.simulator.template.Plan;
import dev.lambdaflex.simulator.template.Surroundings;
import dev.lambdaflex.simulator.template.Template;
import dev.lambdaflex.simulator.template.Value.Fields;

/** The API of CloudFormation: stacks by name and by id. */
public final class Stacks {

    private static final String REGION = "us-east-1";
    private static final String ACCOUNT = "123456789012";
    private static final Pattern NAME = Pattern.compile("[a-zA-Z][-a-zA-Z0-9]*");
    private static final Pattern TOKEN = Pattern.compile("[a-zA-Z0-9][-a-zA-Z0-9]*");
    private static final int LONGEST = 128;

    private final Timeline timeline;
    private final Doors doors;
    private final Streams streams;
    private final Builder builder;
    private final StackFaults faults = new StackFaults();
    private final Tokens tokens = new Tokens();
    private final Map<String, Stack> byName = new TreeMap<>();
    private final Map<String, Stack> byId = new LinkedHashMap<>();

    public Stacks(Timeline timeline, Doors doors, Streams streams, Builder builder) {
        this.timeline = timeline;
        this.doors = doors;
        this.streams = streams;
        this.builder = builder;
    }

    /**
     * CreateStack. The same token again is the same build; another one while the name is in use is refused.
     *
     * @return the id of the stack
     */
    public Reply<String> create(StackRequest request) {
        return doors.pass(Service.CLOUDFORMATION, () -> {
            Optional<AwsError> malformed = malformed(request.name(), "stackName", NAME)
                    .or(() -> malformedToken(request.token()));
            if (malformed.isPresent()) {
                return Reply.refused(malformed.get());
            }
            Optional<Stack> present = find(request.name());
            boolean again = !request.token().isEmpty()
                    && present.filter(stack -> stack.createToken().equals(request.token())).isPresent();
            if (again) {
                return Reply.given(present.get().id());
            }
            String id = "arn:aws:cloudformation:%s:%s:stack/%s/%s".formatted(REGION, ACCOUNT, request.name(),
                    uuid("stack " + byId.size()));
            if (tokens.taken(request.token(), Operation.CREATE, id)) {
                return tokenTaken(request.token());
            }
            if (present.isPresent()) {
                return Reply.refused("AlreadyExistsException", "Stack [%s] already exists".formatted(request.name()));
            }
            return plan(request.template(), request.parameters(), request.capabilities(),
                    Surroundings.of(REGION, ACCOUNT, request.name(), id), plan -> begin(id, request, plan));
        });
    }

    /** UpdateStack. */
    public Reply<String> update(String nameOrId, StackUpdate update) {
        return doors.pass(Service.CLOUDFORMATION, () -> {
            Optional<AwsError> malformed = malformedToken(update.token());
            Optional<Stack> found = find(nameOrId);
            if (malformed.isPresent() || found.isEmpty()) {
                return malformed.<Reply<String>>map(Reply::refused)
                        .orElse(Reply.refused("ValidationError", "Stack [%s] does not exist".formatted(nameOrId)));
            }
            Stack stack = found.get();
            if (tokens.taken(update.token(), Operation.UPDATE, stack.id())) {
                return tokenTaken(update.token());
            }
            if (tokens.repeated(update.token(), Operation.UPDATE, stack.id())) {
                return Reply.given(stack.id());
            }
            if (!stack.status().takesUpdates()) {
                return Reply.refused("ValidationError", "Stack:%s is in %s state and can not be updated."
                        .formatted(stack.id(), stack.status()));
            }
            return plan(update.template().orElse(stack.plan().template()), StackUpdates.parameters(stack, update),
                    update.capabilities(), stack.plan().surroundings(), plan -> change(stack, update, plan));
        });
    }

    /** DeleteStack. A name that is not there is deleted already. */
    public Reply<Boolean> delete(String nameOrId, String token) {
        return doors.pass(Service.CLOUDFORMATION, () -> {
            Optional<AwsError> malformed = malformedToken(token);
            if (malformed.isPresent()) {
                return Reply.refused(malformed.get());
            }
            Optional<Stack> found = find(nameOrId);
            if (found.isEmpty() || found.get().status() == StackStatus.DELETE_COMPLETE) {
                return Reply.given(false);
            }
            Stack stack = found.get();
            if (tokens.taken(token, Operation.DELETE, stack.id())) {
                return tokenTaken(token);
            }
            if (stack.face().isProtected()) {
                return Reply.refused("ValidationError",
                        "Stack [%s] cannot be deleted while TerminationProtection is enabled"
                                .formatted(stack.name()));
            }
            if (stack.status().updating()) {
                return Reply.refused("ValidationError", "Stack [%s] cannot be deleted while in status %s"
                        .formatted(stack.name(), stack.status()));
            }
            tokens.use(token, Operation.DELETE, stack.id());
            if (stack.status() != StackStatus.DELETE_IN_PROGRESS) {
                stack.delete(token);
            }
            return Reply.given(true);
        });
    }

    /** UpdateTerminationProtection. */
    public Reply<String> protect(String nameOrId, boolean whether) {
        return ask(nameOrId, stack -> {
            stack.face().protect(whether);
            return stack.id();
        });
    }

    /** DescribeStacks, by name or by id; a deleted stack is known by its id alone. */
    public Reply<StackView> describe(String nameOrId) {
        return ask(nameOrId, Stack::view);
    }

    /** ListStacks: all that there ever were, the newest first. */
    public Reply<List<StackView>> list() {
        return doors.pass(Service.CLOUDFORMATION,
                () -> Reply.given(new ArrayList<>(byId.values()).reversed().stream().map(Stack::view).toList()));
    }

    /** DescribeStackEvents, newest first. */
    public Reply<List<StackEvent>> events(String nameOrId) {
        return doors.pass(Service.CLOUDFORMATION,
                () -> find(nameOrId).map(stack -> Reply.given(stack.events()))
                        .orElseGet(() -> invalid("Stack [%s] does not exist".formatted(nameOrId))));
    }

    /** DescribeStackResources, those that were begun. */
    public Reply<List<BuiltResource>> resources(String nameOrId) {
        return ask(nameOrId, Stack::resources);
    }

    /** ValidateTemplate: what AWS checks without parameters, and whether this cloud can build it. */
    public Reply<Template> validate(Template template) {
        return doors.pass(Service.CLOUDFORMATION,
                () -> builder.refuses(template)
                        .map(Stacks::<Template>invalid)
                        .orElseGet(() -> Reply.given(template)));
    }

    /** What stands of that type in all stacks, for the services that it belongs to. */
    public List<BuiltResource> built(String type) {
        return timeline.call(() -> byId.values()
                .stream()
                .filter(stack -> stack.status() != StackStatus.DELETE_COMPLETE)
                .flatMap(stack -> stack.standing(type).stream())
                .toList());
    }

    /** All stacks that are not deleted, past the API: for checks. */
    public List<StackView> alive() {
        return timeline.call(() -> living().stream().map(Stack::view).toList());
    }

    /** From now on the creation of the resource fails in every stack of that name; empty: no longer. */
    public void failCreation(String stackName, Optional<String> logicalId) {
        timeline.run(() -> faults.failCreation(stackName, logicalId));
    }

    /** From now on the removal of the resource fails in every stack of that name; empty: no longer. */
    public void failDeletion(String stackName, Optional<String> logicalId) {
        timeline.run(() -> faults.failDeletion(stackName, logicalId));
    }

    private <T> Reply<T> ask(String nameOrId, Function<Stack, T> question) {
        return doors.pass(Service.CLOUDFORMATION,
                () -> find(nameOrId).map(stack -> Reply.given(question.apply(stack)))
                        .orElseGet(() -> unknown(nameOrId)));
    }

    private Reply<String> plan(Template template, Map<String, String> parameters, Set<String> capabilities,
            Surroundings surroundings, Function<Plan, Reply<String>> then) {
        Optional<String> refusal = builder.refuses(template);
        if (refusal.isPresent()) {
            return invalid(refusal.get());
        }
        Checked<Plan> plan = Plan.of(template, parameters, surroundings);
        Optional<String> missing = Capabilities.missing(template, capabilities);
        return switch (plan) {
            case Checked.Bad<Plan>(String message) -> invalid(message);
            case Checked.Good<Plan> _ when missing.isPresent() -> Reply.refused("InsufficientCapabilitiesException",
                    "Requires capabilities : [%s]".formatted(missing.get()));
            case Checked.Good<Plan>(Plan good) -> then.apply(good);
        };
    }

    private Reply<String> begin(String id, StackRequest request, Plan plan) {
        Stack stack = new Stack(id, request, plan, builder.open(plan), faults, timeline);
        tokens.use(request.token(), Operation.CREATE, id);
        byName.put(request.name(), stack);
        byId.put(id, stack);
        stack.create();
        return Reply.given(id);
    }

    private Reply<String> change(Stack stack, StackUpdate update, Plan next) {
        Optional<String> refusal = StackUpdates.refusal(stack, next);
        if (refusal.isPresent()) {
            return invalid(refusal.get());
        }
        Map<String, String> tags = update.tags().orElse(stack.face().tags());
        return switch (stack.changes(next)) {
            case Checked.Bad<Map<String, Fields>>(String message) -> invalid(message);
            case Checked.Good<Map<String, Fields>>(Map<String, Fields> changed) -> {
                if (changed.isEmpty() && tags.equals(stack.face().tags())) {
                    yield invalid("No updates are to be performed.");
                }
                Optional<String> replaced = StackUpdates.replacement(stack, changed, builder);
                if (replaced.isPresent()) {
                    yield invalid(replaced.get());
                }
                tokens.use(update.token(), Operation.UPDATE, stack.id());
                stack.update(update.token(), next, changed, tags);
                yield Reply.given(stack.id());
            }
        };
    }

    private Optional<Stack> find(String nameOrId) {
        Stack named = byName.get(nameOrId);
        boolean gone = named != null && named.status() == StackStatus.DELETE_COMPLETE;
        return Optional.ofNullable(named == null || gone ? byId.get(nameOrId) : named);
    }

    private Collection<Stack> living() {
        return byName.values().stream().filter(stack -> stack.status() != StackStatus.DELETE_COMPLETE).toList();
    }

    private String uuid(String subject) {
        String digits = streams.id(subject) + streams.id(subject + " again");
        return "%s-%s-%s-%s-%s".formatted(digits.substring(0, 8), digits.substring(8, 12), digits.substring(12, 16),
                digits.substring(16, 20), digits.substring(20));
    }

    private static <T> Reply<T> invalid(String message) {
        return Reply.refused("ValidationError", message);
    }

    private static <T> Reply<T> tokenTaken(String token) {
        return Reply.refused("TokenAlreadyExistsException",
                "Token [%s] was already used by another operation".formatted(token));
    }

    private static <T> Reply<T> unknown(String nameOrId) {
        return invalid("Stack with id %s does not exist".formatted(nameOrId));
    }

    private static Optional<AwsError> malformedToken(String token) {
        return token.isEmpty() ? Optional.empty() : malformed(token, "clientRequestToken", TOKEN);
    }

    private static Optional<AwsError> malformed(String value, String field, Pattern expected) {
        String rule = value.length() > LONGEST
                ? "Member must have length less than or equal to " + LONGEST
                : "Member must satisfy regular expression pattern: " + expected.pattern();
        boolean fits = value.length() <= LONGEST && expected.matcher(value).matches();
        return fits
                ? Optional.empty()
                : Optional.of(AwsError.of("ValidationError",
                        "1 validation error detected: Value '%s' at '%s' failed to satisfy constraint: %s"
                                .formatted(value, field, rule)));
    }
}
