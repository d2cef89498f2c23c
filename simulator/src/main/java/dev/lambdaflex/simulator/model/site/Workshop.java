package dev.lambdaflex.simulator.model.site;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.lambdaflex.simulator.model.app.App;
import dev.lambdaflex.simulator.model.app.AppSettings;
import dev.lambdaflex.simulator.model.balancer.Balancers;
import dev.lambdaflex.simulator.model.metrics.CloudWatch;
import dev.lambdaflex.simulator.model.service.FargateServices;
import dev.lambdaflex.simulator.model.service.Networks;
import dev.lambdaflex.simulator.model.service.TaskRunner;
import dev.lambdaflex.simulator.model.stack.Builder;
import dev.lambdaflex.simulator.model.time.Streams;
import dev.lambdaflex.simulator.model.time.Timeline;
import dev.lambdaflex.simulator.template.Plan;
import dev.lambdaflex.simulator.template.Resource;
import dev.lambdaflex.simulator.template.Template;

/**
 * Builds stacks. One whose load balancer or service carries the tag {@code lambdaflex:app} of an app is that app's Fargate tier
 * and is built in its times, by its tasks; every other one is built in the times of the first app, by tasks of virtual time.
 *
 * @param apps      the app of a name
 * @param ordinary  the settings of stacks of no app
 * @param runner    what runs the tasks of apps
 * @param strangers what runs the tasks of stacks of no app
 */
public record Workshop(Timeline timeline, Streams streams, CloudWatch metrics, Balancers balancers, Networks networks,
        FargateServices services,
        Function<String, Optional<App>> apps, Supplier<AppSettings> ordinary, TaskRunner runner, TaskRunner strangers)
        implements
            Builder {

    /** What a tier has one of: the cloud tells which by it. */
    private static final Set<Kind> SINGLE = EnumSet.of(Kind.VPC, Kind.LOAD_BALANCER, Kind.TARGET_GROUP, Kind.LISTENER,
            Kind.SERVICE);

    @Override
    public Optional<String> refuses(Template template) {
        List<Resource> unknown = template.resources()
                .values()
                .stream()
                .filter(resource -> Kind.of(resource.type()).isEmpty())
                .toList();
        if (!unknown.isEmpty()) {
            return Optional.of(unknown(unknown));
        }
        for (Kind kind : SINGLE) {
            List<String> some = of(template, kind);
            if (some.size() > 1) {
                return Optional.of("the cloud builds one %s in a stack (found: %s)".formatted(kind.type(),
                        String.join(", ", some)));
            }
        }
        boolean alone = !of(template, Kind.SERVICE).isEmpty() && of(template, Kind.TARGET_GROUP).isEmpty();
        return alone
                ? Optional.of("the cloud builds an %s only with an %s in the same stack (found: %s)".formatted(
                        Kind.SERVICE.type(), Kind.TARGET_GROUP.type(), of(template, Kind.SERVICE).getFirst()))
                : Optional.empty();
    }

    @Override
    public Site open(Plan plan) {
        return new StackSite(this, plan);
    }

    @Override
    public boolean changes(Resource resource, String property) {
        return Kind.of(resource.type()).map(kind -> kind.changes(property)).orElse(false);
    }

    /** AWS itself tells types that do not exist; which of the others do exist is not known here. */
    private static String unknown(List<Resource> unknown) {
        List<String> shapeless = unknown.stream()
                .map(Resource::type)
                .filter(type -> !type.matches("(AWS|Alexa)::[A-Za-z0-9]+::[A-Za-z0-9]+|Custom::[\\w@-]+"))
                .distinct()
                .toList();
        if (!shapeless.isEmpty()) {
            return "Template format error: Unrecognized resource types: " + shapeless;
        }
        Resource first = unknown.getFirst();
        return "the cloud does not build %s (%s)".formatted(first.type(), first.logicalId());
    }

    private static List<String> of(Template template, Kind kind) {
        return template.resources()
                .values()
                .stream()
                .filter(resource -> resource.type().equals(kind.type()))
                .map(Resource::logicalId)
                .toList();
    }
}
