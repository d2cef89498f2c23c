package dev.lambdaflex.simulator.wire.lambda;

import java.util.function.BiFunction;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lambdaflex.simulator.model.Cloud;
import dev.lambdaflex.simulator.model.api.Doors;
import dev.lambdaflex.simulator.model.api.Service;
import dev.lambdaflex.simulator.model.app.App;
import dev.lambdaflex.simulator.model.lambda.LambdaAccount;
import dev.lambdaflex.simulator.wire.Account;
import dev.lambdaflex.simulator.wire.Called;
import dev.lambdaflex.simulator.wire.WireRequest;
import dev.lambdaflex.simulator.wire.WireResponse;
import dev.lambdaflex.simulator.wire.WireService;
import dev.lambdaflex.simulator.wire.protocol.Answers;
import dev.lambdaflex.simulator.wire.protocol.PathValues;
import dev.lambdaflex.simulator.wire.protocol.Protocol;
import dev.lambdaflex.simulator.wire.protocol.Refusal;
import dev.lambdaflex.simulator.wire.protocol.Routes;

/** Lambda: paths and JSON. */
public final class LambdaWire implements WireService {

    private static final String SERVICE = "lambda";
    private static final String FUNCTIONS = "/2015-03-31/functions";
    private static final String FUNCTION = FUNCTIONS + "/{FunctionName}";

    private final Doors doors;
    private final Routes routes = new Routes(SERVICE);

    public LambdaWire(Account account, Cloud cloud, FunctionFacts facts, Invokers invokers) {
        this.doors = cloud.doors();
        LambdaAccount functionsOfAccount = new LambdaAccount(cloud.timeline(),
                cloud.apps().stream().map(App::function).toList());
        Functions functions = new Functions(account, functionsOfAccount, facts);
        Concurrency concurrency = new Concurrency(functions, functionsOfAccount);
        Invocations invocations = new Invocations(functions, invokers);
        String arn = account.arn(SERVICE, "function:{FunctionName}");
        on("ListFunctions", "GET", FUNCTIONS, "*", (request, _) -> functions.list(request));
        on("GetFunction", "GET", FUNCTION, arn, functions::describe);
        on("GetFunctionConfiguration", "GET", FUNCTION + "/configuration", arn, functions::configuration);
        on("GetAccountSettings", "GET", "/2016-08-19/account-settings", "*", (_, _) -> concurrency.account());
        on("GetFunctionConcurrency", "GET", "/2019-09-30/functions/{FunctionName}/concurrency", arn,
                concurrency::read);
        on("PutFunctionConcurrency", "PUT", "/2017-10-31/functions/{FunctionName}/concurrency", arn,
                concurrency::reserve);
        on("GetProvisionedConcurrencyConfig", "GET", "/2019-09-30/functions/{FunctionName}/provisioned-concurrency",
                arn, concurrency::provisioned);
        routes.on("DeleteFunctionConcurrency", "DELETE", "/2017-10-31/functions/{FunctionName}/concurrency", arn,
                (request, values) -> passed(() -> concurrency.release(request, values)));
        // Not under the model's lock: the function runs meanwhile.
        routes.on("Invoke", "POST", FUNCTION + "/invocations", arn, (request, values) -> {
            passed(() -> true);
            return invocations.invoke(request, values);
        });
        refuse();
    }

    private void refuse() {
        routes.refuse("CreateFunction", "POST", FUNCTIONS)
                .refuse("DeleteFunction", "DELETE", FUNCTION)
                .refuse("UpdateFunctionCode", "PUT", FUNCTION + "/code")
                .refuse("UpdateFunctionConfiguration", "PUT", FUNCTION + "/configuration")
                .refuse("PublishVersion", "POST", FUNCTION + "/versions")
                .refuse("CreateAlias", "POST", FUNCTION + "/aliases")
                .refuse("ListAliases", "GET", FUNCTION + "/aliases")
                .refuse("PutProvisionedConcurrencyConfig", "PUT",
                        "/2019-09-30/functions/{FunctionName}/provisioned-concurrency");
    }

    @Override
    public String signingName() {
        return SERVICE;
    }

    @Override
    public Called called(WireRequest request) {
        return routes.called(request);
    }

    @Override
    public WireResponse answer(WireRequest request) {
        return routes.answer(request);
    }

    private void on(String operation, String method, String path, String resource,
            BiFunction<WireRequest, PathValues, ObjectNode> played) {
        routes.on(operation, method, path, resource, (request, values) -> Answers.tree(Protocol.REST_JSON, 200,
                passed(() -> played.apply(request, values))));
    }

    private <T> T passed(Supplier<T> played) {
        return Refusal.behind(doors, Service.LAMBDA, played);
    }
}
