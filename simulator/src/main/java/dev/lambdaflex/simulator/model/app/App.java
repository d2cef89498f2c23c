package dev.lambdaflex.simulator.model.app;

import java.util.Optional;

import dev.lambdaflex.simulator.model.api.Reply;
import dev.lambdaflex.simulator.model.lambda.EnvironmentListener;
import dev.lambdaflex.simulator.model.lambda.LambdaFunction;
import dev.lambdaflex.simulator.model.metrics.CloudWatch;
import dev.lambdaflex.simulator.model.stack.StackRequest;
import dev.lambdaflex.simulator.model.stack.Stacks;
import dev.lambdaflex.simulator.model.time.Streams;
import dev.lambdaflex.simulator.model.time.Timeline;

/** One app of the account: what is always there, and the Fargate tier while there is one. */
public final class App {

    private static final String BY_HAND = "attached by hand";

    private final AppSettings settings;
    private final String recordName;
    private final Timeline timeline;
    private final Stacks stacks;
    private final Ledger ledger;
    private final Sickness sickness = new Sickness();
    private final Gateway gateway;
    private final LambdaFunction function;
    private Optional<FargateTierParts> fargate = Optional.empty();

    public App(AppSettings settings, String zoneName, Timeline timeline, Streams streams, CloudWatch metrics,
            EnvironmentListener environments, Stacks stacks) {
        this.settings = settings;
        this.recordName = settings.name() + "." + zoneName;
        this.timeline = timeline;
        this.stacks = stacks;
        this.ledger = new Ledger(timeline);
        this.gateway = new Gateway(streams.id("gateway " + settings.name()).substring(0, 10), metrics, ledger);
        this.function = new LambdaFunction(settings.name(), settings.lambda(), timeline, metrics, environments,
                streams.of("lambda " + settings.name()));
    }

    public String name() {
        return settings.name();
    }

    public AppSettings settings() {
        return settings;
    }

    /** The public name whose records share the traffic, with its final dot. */
    public String recordName() {
        return recordName;
    }

    public String stackName() {
        return "lambdaflex-" + name();
    }

    public Gateway gateway() {
        return gateway;
    }

    public LambdaFunction function() {
        return function;
    }

    public Ledger ledger() {
        return ledger;
    }

    public Sickness sickness() {
        return sickness;
    }

    /** The Fargate tier from the first resource that is made to the last that goes. */
    public Optional<FargateTierParts> fargate() {
        return timeline.call(() -> fargate);
    }

    /** The stack of a Fargate tier of this app is begun. */
    public void begun(FargateTierParts parts) {
        timeline.run(() -> fargate = Optional.of(parts));
    }

    /** Nothing of the stack of {@code parts} is left. */
    public void cleared(FargateTierParts parts) {
        timeline.run(() -> fargate = fargate.filter(present -> present != parts));
    }

    /** CreateStack with the template of the Fargate tier. */
    public Reply<String> build(String token, int tasks) {
        return stacks
                .create(StackRequest.of(stackName(), token, TierTemplate.get(), TierTemplate.parameters(this, tasks))
                        .within(settings.build().timeout()));
    }

    /** DeleteStack. */
    public Reply<Boolean> remove(String token) {
        return stacks.delete(stackName(), token);
    }

    /** A network interface that somebody attached by hand: while it is there the network cannot be removed. */
    public void foreignInterface(boolean whether) {
        timeline.run(() -> fargate.ifPresent(parts -> {
            if (whether) {
                parts.interfaces().attach(BY_HAND);
            } else {
                parts.interfaces().detach(BY_HAND);
            }
        }));
    }
}
