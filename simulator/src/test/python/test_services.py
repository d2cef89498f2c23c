"""ECS, Lambda and CloudWatch as boto3 and the AWS CLI see them."""

import datetime
import unittest

from botocore.awsrequest import AWSRequest
from botocore.auth import SigV4Auth
from botocore.session import Session

from wire import APP, REGION, cli, client, refusal, until

NAMESPACE = "LambdaFlex/Test"


def now():
    return datetime.datetime.now(datetime.timezone.utc)


class Ecs(unittest.TestCase):
    def setUp(self):
        self.ecs = client("ecs")

    def test_names_what_is_not_there(self):
        code, message = refusal(self.ecs.describe_services, cluster="nobody", services=["nobody"])
        self.assertEqual(("ClusterNotFoundException", "Cluster not found."), (code, message))
        with self.assertRaises(self.ecs.exceptions.ClusterNotFoundException):
            self.ecs.list_tasks(cluster="nobody")
        failure = self.ecs.describe_clusters(clusters=["nobody"])["failures"][0]
        self.assertEqual("MISSING", failure["reason"])
        self.assertRegex(failure["arn"], "^arn:aws:ecs:%s:[0-9]{12}:cluster/nobody$" % REGION)
        self.assertEqual("ClientException", refusal(self.ecs.describe_task_definition, taskDefinition="nobody")[0])

    def test_names_what_it_does_not_play(self):
        code, message = refusal(client("ecs", attempts=1).create_cluster, clusterName="mine")
        self.assertEqual("NotImplemented", code)
        self.assertIn("CreateCluster", message)

    def test_pages_through_clusters(self):
        pages = self.ecs.get_paginator("list_clusters").paginate(PaginationConfig={"PageSize": 1})
        arns = [arn for page in pages for arn in page["clusterArns"]]
        self.assertEqual(len(arns), len(set(arns)))

    def test_shows_services_and_tasks_of_tiers_that_stand(self):
        """What a script before this one built; nothing of it is needed, all of it must make sense."""
        for cluster in self.ecs.list_clusters()["clusterArns"]:
            for arn in self.ecs.list_services(cluster=cluster)["serviceArns"]:
                service = self.ecs.describe_services(cluster=cluster, services=[arn], include=["TAGS"])["services"][0]
                self.assertEqual(arn, service["serviceArn"])
                self.assertEqual(["PRIMARY"], [it["status"] for it in service["deployments"]])
                self.assertIsInstance(service["createdAt"], datetime.datetime)
                tasks = self.ecs.list_tasks(cluster=cluster, serviceName=service["serviceName"])["taskArns"]
                for task in self.ecs.describe_tasks(cluster=cluster, tasks=tasks)["tasks"] if tasks else []:
                    self.assertEqual("service:" + service["serviceName"], task["group"])


class Lambda(unittest.TestCase):
    def setUp(self):
        self.functions = client("lambda")

    def test_shows_the_function(self):
        function = self.functions.get_function(FunctionName=APP)
        self.assertEqual("Active", function["Configuration"]["State"])
        arn = function["Configuration"]["FunctionArn"]
        self.assertEqual(APP, self.functions.get_function_configuration(FunctionName=arn)["FunctionName"])
        pages = self.functions.get_paginator("list_functions").paginate()
        self.assertIn(arn, [it["FunctionArn"] for page in pages for it in page["Functions"]])
        self.functions.get_waiter("function_active_v2").wait(FunctionName=APP)

    def test_names_what_is_not_there(self):
        with self.assertRaises(self.functions.exceptions.ResourceNotFoundException) as raised:
            self.functions.get_function(FunctionName="nobody")
        self.assertRegex(raised.exception.response["Error"]["Message"], "^Function not found: arn:aws:lambda:.*:function:nobody$")
        with self.assertRaises(self.functions.exceptions.ProvisionedConcurrencyConfigNotFoundException):
            self.functions.get_provisioned_concurrency_config(FunctionName=APP, Qualifier="live")

    def test_reserves_concurrency_and_gives_it_back(self):
        account = self.functions.get_account_settings()["AccountLimit"]
        put = self.functions.put_function_concurrency(FunctionName=APP, ReservedConcurrentExecutions=200)
        self.addCleanup(self.functions.delete_function_concurrency, FunctionName=APP)
        self.assertEqual(200, put["ReservedConcurrentExecutions"])
        self.assertEqual(200, self.functions.get_function_concurrency(FunctionName=APP)["ReservedConcurrentExecutions"])
        left = self.functions.get_account_settings()["AccountLimit"]["UnreservedConcurrentExecutions"]
        self.assertEqual(account["UnreservedConcurrentExecutions"] - 200, left)
        code, message = refusal(
            self.functions.put_function_concurrency, FunctionName=APP, ReservedConcurrentExecutions=account["ConcurrentExecutions"] - 99
        )
        self.assertEqual("InvalidParameterValueException", code)
        self.assertIn("below its minimum value of [100]", message)
        self.functions.delete_function_concurrency(FunctionName=APP)
        self.assertNotIn("ReservedConcurrentExecutions", self.functions.get_function_concurrency(FunctionName=APP))

    def test_the_cli_reads_the_same(self):
        code, answer, said = cli("lambda", "get-function-configuration", "--function-name", APP)
        self.assertEqual(0, code, said)
        self.assertEqual(APP, answer["FunctionName"])
        code, _, said = cli("lambda", "get-function", "--function-name", "nobody")
        self.assertNotEqual(0, code)
        self.assertIn("(ResourceNotFoundException) when calling the GetFunction operation", said)


class CloudWatch(unittest.TestCase):
    def setUp(self):
        self.metrics = client("cloudwatch")

    def query(self, name, stat, **more):
        metric = {"Namespace": NAMESPACE, "MetricName": name, "Dimensions": [{"Name": "App", "Value": APP}]}
        return {"Id": more.pop("id", "m"), "MetricStat": {"Metric": metric, "Period": 60, "Stat": stat}, **more}

    def read(self, *queries, **more):
        end = now()
        return self.metrics.get_metric_data(
            MetricDataQueries=list(queries), StartTime=end - datetime.timedelta(hours=1), EndTime=end, **more
        )

    def test_reads_what_was_published(self):
        self.publish("ticks", Values=[1.0, 2.0], Counts=[10, 5])
        until(lambda: self.read(self.query("ticks", "Sum"))["MetricDataResults"][0]["Values"])
        answer = self.read(
            self.query("ticks", "Sum", id="s"),
            self.query("ticks", "p50", id="p"),
            self.query("ticks", "SampleCount", id="n", ReturnData=False),
            {"Id": "mean", "Expression": "s / n"},
        )
        results = {it["Id"]: it for it in answer["MetricDataResults"]}
        self.assertEqual(["s", "p", "mean"], list(results))
        self.assertEqual([20.0], results["s"]["Values"])
        self.assertAlmostEqual(1.0, results["p"]["Values"][0], delta=0.01)
        self.assertAlmostEqual(20 / 15, results["mean"]["Values"][0])
        self.assertIsInstance(results["s"]["Timestamps"][0], datetime.datetime)
        self.assertEqual("Complete", results["s"]["StatusCode"])
        end = now()
        points = self.metrics.get_metric_statistics(
            Namespace=NAMESPACE, MetricName="ticks", Dimensions=[{"Name": "App", "Value": APP}], Period=60,
            StartTime=end - datetime.timedelta(hours=1), EndTime=end, Statistics=["Maximum"], ExtendedStatistics=["p99"],
        )["Datapoints"]
        self.assertEqual(2.0, points[0]["Maximum"])
        self.assertEqual("Count", points[0]["Unit"])
        self.assertIn("p99", points[0]["ExtendedStatistics"])

    def test_takes_a_long_publication_that_the_client_packs(self):
        data = [{"MetricName": "packed-%d" % i, "Value": float(i), "Unit": "Count"} for i in range(400)]
        self.metrics.put_metric_data(Namespace=NAMESPACE, MetricData=data)
        pages = self.metrics.get_paginator("list_metrics").paginate(Namespace=NAMESPACE, RecentlyActive="PT3H")
        until(lambda: len({it["MetricName"] for page in pages for it in page["Metrics"] if it["MetricName"].startswith("packed-")}) == 400)

    def test_refuses_as_aws_does(self):
        code, message = refusal(self.read, self.query("ticks", "Mean"))
        self.assertEqual("ValidationError", code)
        self.assertIn("The value Mean for parameter MetricDataQueries.member.1.MetricStat.Stat is not a valid statistic.", message)
        with self.assertRaises(self.metrics.exceptions.InvalidParameterValueException) as raised:
            self.metrics.put_metric_data(Namespace="AWS/Lambda", MetricData=[{"MetricName": "Errors", "Value": 1.0}])
        self.assertEqual("InvalidParameterValue", raised.exception.response["Error"]["Code"])
        with self.assertRaises(self.metrics.exceptions.InvalidNextToken):
            self.read(self.query("ticks", "Sum"), NextToken="x")
        self.assertEqual([], self.metrics.describe_alarms()["MetricAlarms"])

    def test_older_clients_speak_forms(self):
        """Those before 2025: Query and XML, signed by botocore, which no longer has it for CloudWatch."""
        endpoint = self.metrics.meta.endpoint_url
        body = "Action=ListMetrics&Version=2010-08-01&Namespace=AWS%2FNothing"
        request = AWSRequest("POST", endpoint + "/", {"Content-Type": "application/x-www-form-urlencoded; charset=utf-8"}, body)
        session = Session()
        SigV4Auth(session.get_credentials(), "monitoring", REGION).add_auth(request)
        from botocore.httpsession import URLLib3Session

        answer = URLLib3Session().send(request.prepare())
        self.assertEqual(200, answer.status_code)
        self.assertIn(b"<ListMetricsResult><Metrics></Metrics></ListMetricsResult>", answer.content)

    def test_the_cli_reads_the_same(self):
        code, answer, said = cli("cloudwatch", "list-metrics", "--namespace", "AWS/Nothing")
        self.assertEqual(0, code, said)
        self.assertEqual([], answer["Metrics"])

    def publish(self, name, **values):
        datum = {"MetricName": name, "Dimensions": [{"Name": "App", "Value": APP}], "Unit": "Count", **values}
        self.metrics.put_metric_data(Namespace=NAMESPACE, MetricData=[datum])
