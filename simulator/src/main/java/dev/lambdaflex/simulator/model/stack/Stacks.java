package dev.lambdaflex.simulator.model.stack;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import dev.lambdaflex.simulator.model.api.Doors;
import dev.lambdaflex.simulator.model.api.Reply;
import dev.lambdaflex.simulator.model.api.Service;
import dev.lambdaflex.simulator.model.time.Streams;
import dev.lambdaflex.simulator.model.time.Timeline;

/** The API of CloudFormation: stacks by name and by id. */
public final class Stacks {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][-A-Za-z0-9]{0,127}");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9][-A-Za-z0-9]{0,127}");

    private enum Operation {
        CREATE, DELETE
    }

    private record TokenUse(Operation operation, String stackName) {}

    private final Timeline timeline;
    private final Doors doors;
    private final Streams streams;
    private final StackFaults faults = new StackFaults();
    private final Map<String, Stack> byName = new TreeMap<>();
    private final Map<String, Stack> byId = new LinkedHashMap<>();
    private final Map<String, TokenUse> tokens = new HashMap<>();

    public Stacks(Timeline timeline, Doors doors, Streams streams) {
        this.timeline = timeline;
        this.doors = doors;
        this.streams = streams;
    }

    /**
     * CreateStack. The same token again is the same build; another one while the name is in use is refused.
     *
     * @param template asked for only when a stack is really begun
     * @param timeout  TimeoutInMinutes
     * @return the id of the stack
     */
    public Reply<String> create(String name, String token, Supplier<StackTemplate> template, Duration timeout) {
        return doors.pass(Service.CLOUDFORMATION, () -> {
            if (!NAME.matcher(name).matches()) {
                return invalid(name, "stackName", NAME);
            }
            if (!TOKEN.matcher(token).matches()) {
                return invalid(token, "clientRequestToken", TOKEN);
            }
            Optional<Stack> present = find(name);
            if (present.filter(stack -> stack.createToken().equals(token)).isPresent()) {
                return Reply.given(present.get().id());
            }
            if (used(token, new TokenUse(Operation.CREATE, name))) {
                return tokenTaken(token);
            }
            if (present.isPresent()) {
                return Reply.refused("AlreadyExistsException", "Stack [%s] already exists".formatted(name));
            }
            return Reply.given(begin(name, token, template.get(), timeout));
        });
    }

    /** DeleteStack. A name that is not there is deleted already. */
    public Reply<Boolean> delete(String nameOrId, String token) {
        return doors.pass(Service.CLOUDFORMATION, () -> {
            if (!TOKEN.matcher(token).matches()) {
                return invalid(token, "clientRequestToken", TOKEN);
            }
            Optional<Stack> stack = find(nameOrId);
            if (stack.isEmpty() || stack.get().status() == StackStatus.DELETE_COMPLETE) {
                return Reply.given(false);
            }
            String name = stack.get().view().name();
            if (used(token, new TokenUse(Operation.DELETE, name))) {
                return tokenTaken(token);
            }
            tokens.put(token, new TokenUse(Operation.DELETE, name));
            if (stack.get().status() != StackStatus.DELETE_IN_PROGRESS) {
                stack.get().delete(token);
            }
            return Reply.given(true);
        });
    }

    /** DescribeStacks, by name or by id; a deleted stack is known by its id alone. */
    public Reply<StackView> describe(String nameOrId) {
        return doors.pass(Service.CLOUDFORMATION,
                () -> find(nameOrId).map(stack -> Reply.given(stack.view())).orElseGet(() -> unknown(nameOrId)));
    }

    /** DescribeStackEvents, newest first. */
    public Reply<List<StackEvent>> events(String nameOrId) {
        return doors.pass(Service.CLOUDFORMATION,
                () -> find(nameOrId).map(stack -> Reply.given(stack.events())).orElseGet(() -> unknown(nameOrId)));
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

    private String begin(String name, String token, StackTemplate template, Duration timeout) {
        String id = "arn:aws:cloudformation:us-east-1:123456789012:stack/%s/%s".formatted(name,
                streams.id("stack " + byId.size()));
        Stack stack = new Stack(id, name, token, template, timeout, faults, timeline);
        tokens.put(token, new TokenUse(Operation.CREATE, name));
        byName.put(name, stack);
        byId.put(id, stack);
        stack.create();
        return id;
    }

    private Optional<Stack> find(String nameOrId) {
        Stack named = byName.get(nameOrId);
        boolean gone = named != null && named.status() == StackStatus.DELETE_COMPLETE;
        return Optional.ofNullable(named == null || gone ? byId.get(nameOrId) : named);
    }

    private Collection<Stack> living() {
        return byName.values().stream().filter(stack -> stack.status() != StackStatus.DELETE_COMPLETE).toList();
    }

    private boolean used(String token, TokenUse use) {
        TokenUse earlier = tokens.get(token);
        return earlier != null && !earlier.equals(use);
    }

    private static <T> Reply<T> tokenTaken(String token) {
        return Reply.refused("TokenAlreadyExistsException",
                "Token [%s] was already used by another operation".formatted(token));
    }

    private static <T> Reply<T> unknown(String nameOrId) {
        return Reply.refused("ValidationError", "Stack with id %s does not exist".formatted(nameOrId));
    }

    private static <T> Reply<T> invalid(String value, String field, Pattern expected) {
        return Reply.refused("ValidationError",
                "1 validation error detected: Value '%s' at '%s' failed to satisfy constraint: Member must satisfy regular expression "
                        .formatted(value, field) + "pattern: " + expected.pattern());
    }
}
