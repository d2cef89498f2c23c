package dev.lambdaflex.cli.up;

import dev.lambdaflex.cli.console.Console;
import dev.lambdaflex.cli.console.Table;

/** Tells where to look. */
final class Guide {

    private Guide() {}

    static void print(Town town, Console console, boolean once) {
        String host = town.options().app().host();
        Table table = new Table("  ")
                .row("edge", "http://127.0.0.1:%d/".formatted(town.edgePort()), "the app, by the live split")
                .row("page", town.apiUrl() + "/", "what goes on, with buttons")
                .row("API", town.apiUrl() + "/v1/apps", "contract: /openapi.yaml")
                .row("DNS", "dig @127.0.0.1 -p %d %s".formatted(town.cloud().ready().getInteger("dnsPort"), host),
                        "%s is lambda, %s is fargate".formatted(town.cloud().ready().getString("gateway"),
                                town.cloud().ready().getString("balancer")))
                .row("AWS", town.awsUrl() + "/",
                        "its API: AWS_ENDPOINT_URL for every AWS client; see 'lambdaflex cloud'")
                .row("state", town.options().stateDir().toString(),
                        "configuration, store, token, a log of each process");
        console.lines(table.lines());
        console.line(once
                ? "One cycle under load, the cloud's waiting times divided by %.0f.".formatted(town.options().speed())
                : "The cloud's waiting times are divided by %.0f. Ctrl-C ends everything."
                        .formatted(town.options().speed()));
        console.line("");
    }
}
