package dev.lambdaflex.simulator.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.lambdaflex.simulator.wire.WireRequest;

/** All that can be read of a cloud over its wire: by what was asked, the answer. */
final class Look {

    private final KeptWorld world;
    private final SortedMap<String, String> answers = new TreeMap<>();

    private Look(KeptWorld world) {
        this.world = world;
    }

    /** @param changes ids of changes of Route 53 */
    static SortedMap<String, String> at(KeptWorld world, List<String> changes) {
        Look look = new Look(world);
        look.zones(changes);
        look.stacks();
        look.balancing();
        look.services();
        look.rest();
        return look.answers;
    }

    private void zones(List<String> changes) {
        String zones = ask("route53", "zones", Requests.route53("GET", "hostedzone", ""));
        for (String zone : KeptWorld.found("<Id>/hostedzone/(\\w+)</Id>", zones)) {
            ask("route53", zone, Requests.route53("GET", "hostedzone/" + zone, ""));
            ask("route53", zone + " records", Requests.route53("GET", "hostedzone/%s/rrset".formatted(zone), ""));
            ask("route53", zone + " tags", Requests.route53("GET", "tags/hostedzone/" + zone, ""));
        }
        for (String change : changes) {
            ask("route53", change, Requests.route53("GET", "change/" + change, ""));
        }
        ask("route53", "checks", Requests.route53("GET", "healthcheck", ""));
    }

    private void stacks() {
        String stacks = ask("cloudformation", "stacks", Requests.form("ListStacks", Map.of()));
        for (String id : KeptWorld.found("<StackId>([^<]+)</StackId>", stacks)) {
            for (String operation : List.of("DescribeStacks", "DescribeStackEvents", "ListStackResources",
                    "DescribeStackResources", "GetTemplate")) {
                ask("cloudformation", operation + id, Requests.form(operation, Map.of("StackName", id)));
            }
        }
    }

    private void balancing() {
        String balancers = ask("elasticloadbalancing", "balancers", Requests.form("DescribeLoadBalancers", Map.of()));
        for (String arn : KeptWorld.found("<LoadBalancerArn>([^<]+)</LoadBalancerArn>", balancers)) {
            ask("elasticloadbalancing", arn, Requests.form("DescribeListeners", Map.of("LoadBalancerArn", arn)));
        }
        String groups = ask("elasticloadbalancing", "groups", Requests.form("DescribeTargetGroups", Map.of()));
        for (String arn : KeptWorld.found("<TargetGroupArn>([^<]+)</TargetGroupArn>", groups)) {
            ask("elasticloadbalancing", arn, Requests.form("DescribeTargetHealth", Map.of("TargetGroupArn", arn)));
        }
    }

    private void services() {
        String clusters = ask("ecs", "clusters", Requests.ecs("ListClusters", "{}"));
        for (String cluster : KeptWorld.found("\"(arn:[^\"]+)\"", clusters)) {
            String services = ask("ecs", cluster, Requests.ecs("ListServices", "{'cluster':'%s'}".formatted(cluster)));
            for (String service : KeptWorld.found("\"(arn:[^\"]+)\"", services)) {
                ask("ecs", service, Requests.ecs("DescribeServices",
                        "{'cluster':'%s','services':['%s'],'include':['TAGS']}".formatted(cluster, service)));
            }
            List<String> tasks = new ArrayList<>();
            for (String status : List.of("RUNNING", "STOPPED")) {
                tasks.addAll(KeptWorld.found("\"(arn:[^\"]+)\"", ask("ecs", cluster + status, Requests.ecs("ListTasks",
                        "{'cluster':'%s','desiredStatus':'%s'}".formatted(cluster, status)))));
            }
            for (String task : tasks) {
                ask("ecs", task,
                        Requests.ecs("DescribeTasks", "{'cluster':'%s','tasks':['%s']}".formatted(cluster, task)));
            }
        }
    }

    private void rest() {
        for (String operation : List.of("DescribeVpcs", "DescribeSubnets", "DescribeSecurityGroups",
                "DescribeNetworkInterfaces")) {
            ask("ec2", operation, Requests.form(operation, Map.of()));
        }
        ask("lambda", "function", Requests.rest("GET", "/2015-03-31/functions/shop", ""));
        ask("lambda", "concurrency", Requests.rest("GET", "/2019-09-30/functions/shop/concurrency", ""));
        ask("lambda", "account", Requests.rest("GET", "/2016-08-19/account-settings", ""));
        ask("apigateway", "apis", Requests.rest("GET", "/v2/apis", ""));
        ask("apigateway", "domains", Requests.rest("GET", "/v2/domainnames", ""));
        ask("acm", "certificates", Requests.acm("ListCertificates", "{}"));
    }

    private String ask(String service, String subject, WireRequest request) {
        String answer = world.call(service, request);
        answers.put(service + " " + subject, answer);
        return answer;
    }
}
