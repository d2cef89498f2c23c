package dev.lambdaflex.simulator.wire.ecs;

import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lambdaflex.simulator.model.Cloud;
import dev.lambdaflex.simulator.model.api.Doors;
import dev.lambdaflex.simulator.model.api.Service;
import dev.lambdaflex.simulator.wire.Account;
import dev.lambdaflex.simulator.wire.Called;
import dev.lambdaflex.simulator.wire.WireRequest;
import dev.lambdaflex.simulator.wire.WireResponse;
import dev.lambdaflex.simulator.wire.WireService;
import dev.lambdaflex.simulator.wire.protocol.Answers;
import dev.lambdaflex.simulator.wire.protocol.Input;
import dev.lambdaflex.simulator.wire.protocol.Operations;
import dev.lambdaflex.simulator.wire.protocol.Protocol;
import dev.lambdaflex.simulator.wire.protocol.Refusal;
import dev.lambdaflex.simulator.wire.protocol.Trees;

/** ECS: {@code X-Amz-Target: AmazonEC2ContainerServiceV20141113.*}. */
public final class EcsWire implements WireService {

    private static final String SERVICE = "ecs";

    private final Doors doors;
    private final Names names;
    private final Operations operations = new Operations(SERVICE);

    public EcsWire(Account account, Cloud cloud) {
        this.doors = cloud.doors();
        Inventory inventory = new ModelInventory(cloud);
        this.names = new Names(account);
        Clusters clusters = new Clusters(names, inventory);
        Services services = new Services(names, inventory, clusters);
        Tasks tasks = new Tasks(names, services, clusters);
        Definitions definitions = new Definitions(names, inventory);
        on("DescribeClusters", clusters::describe);
        on("ListClusters", clusters::list);
        on("DescribeServices", services::describe);
        on("ListServices", services::list);
        on("UpdateService", services::update);
        on("DescribeTasks", tasks::describe);
        on("ListTasks", tasks::list);
        on("StopTask", tasks::stop);
        on("DescribeTaskDefinition", definitions::describe);
        on("ListTaskDefinitions", definitions::list);
    }

    @Override
    public String signingName() {
        return SERVICE;
    }

    /** IAM judges by the service or the task. Lists are for all of a cluster. */
    @Override
    public Called called(WireRequest request) {
        String operation = request.operation().orElse("unknown");
        Input input = input(request);
        String cluster = Names.clusterName(input.text("cluster"));
        return new Called(operation, switch (operation) {
            case "UpdateService" -> input.text("service").map(it -> names.service(cluster, Names.last(it))).orElse("*");
            case "DescribeServices" -> first(input, "services").map(it -> names.service(cluster, Names.last(it)))
                    .orElse("*");
            case "StopTask" -> input.text("task").map(it -> names.task(cluster, Names.last(it))).orElse("*");
            case "DescribeTasks" -> first(input, "tasks").map(it -> names.task(cluster, Names.last(it))).orElse("*");
            default -> "*";
        });
    }

    @Override
    public WireResponse answer(WireRequest request) {
        return operations.answer(request);
    }

    private void on(String operation, Function<Input, ObjectNode> played) {
        operations.on(operation, request -> Answers.tree(Protocol.JSON_1_1, 200,
                Refusal.behind(doors, Service.ECS, () -> played.apply(input(request)))));
    }

    private static Input input(WireRequest request) {
        return new Input(Trees.read(Protocol.JSON_1_1, request));
    }

    private static Optional<String> first(Input input, String list) {
        return input.texts(list).stream().findFirst();
    }
}
