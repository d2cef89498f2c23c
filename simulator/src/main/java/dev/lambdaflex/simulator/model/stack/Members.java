package dev.lambdaflex.simulator.model.stack;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import dev.lambdaflex.simulator.template.Plan;
import dev.lambdaflex.simulator.template.Resource;
import dev.lambdaflex.simulator.template.Standing;
import dev.lambdaflex.simulator.template.Value;

/** The resources of one stack, each after what it depends on. */
final class Members implements Standing {

    private final Plan plan;
    private final Map<String, Member> byId = new LinkedHashMap<>();

    Members(Plan plan, Builder.Site site) {
        this.plan = plan;
        for (Resource resource : plan.resources()) {
            byId.put(resource.logicalId(), new Member(resource, site.resource(resource)));
        }
    }

    Collection<Member> all() {
        return byId.values();
    }

    List<Member> in(Member.State state) {
        return byId.values().stream().filter(member -> member.is(state)).toList();
    }

    boolean any(Member.State state) {
        return byId.values().stream().anyMatch(member -> member.is(state));
    }

    /** Whether all that {@code member} depends on is as asked. */
    boolean needsOf(Member member, Predicate<Member> asked) {
        return plan.needs(member.logicalId())
                .stream()
                .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                .allMatch(asked);
    }

    /** Whether all that depends on {@code member} is as asked. */
    boolean usersOf(Member member, Predicate<Member> asked) {
        return byId.values()
                .stream()
                .filter(user -> plan.needs(user.logicalId()).contains(member.logicalId()))
                .allMatch(asked);
    }

    @Override
    public Optional<String> physicalId(String logicalId) {
        return Optional.ofNullable(byId.get(logicalId)).flatMap(Member::standingId);
    }

    @Override
    public Optional<Value> attribute(String logicalId, String attribute) {
        return Optional.ofNullable(byId.get(logicalId)).flatMap(member -> member.attribute(attribute));
    }
}
