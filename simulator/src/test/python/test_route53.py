"""Route 53 as boto3 and the AWS CLI see it."""

import concurrent.futures
import json
import unittest

from wire import APP, HOST, ZONE_NAME, cli, client, refusal, until

BATCH = 20


def alias(identifier, weight, target, name=HOST):
    return {
        "Name": name,
        "Type": "A",
        "SetIdentifier": identifier,
        "Weight": weight,
        "AliasTarget": {"HostedZoneId": target["HostedZoneId"], "DNSName": target["ApiGatewayDomainName"], "EvaluateTargetHealth": True},
    }


class Route53(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.client = client("route53")
        zones = cls.client.list_hosted_zones_by_name(DNSName=ZONE_NAME, MaxItems="1")["HostedZones"]
        cls.zone = zones[0]["Id"]
        cls.target = client("apigatewayv2").get_domain_name(DomainName=HOST)["DomainNameConfigurations"][0]

    def change(self, *changes):
        batch = {"Changes": [{"Action": action, "ResourceRecordSet": record} for action, record in changes]}
        answer = until(lambda: self.try_change(batch))
        self.client.get_waiter("resource_record_sets_changed").wait(
            Id=answer["ChangeInfo"]["Id"], WaiterConfig={"Delay": 1, "MaxAttempts": 60}
        )
        return answer["ChangeInfo"]

    def try_change(self, batch):
        try:
            return self.client.change_resource_record_sets(HostedZoneId=self.zone, ChangeBatch=batch)
        except self.client.exceptions.PriorRequestNotComplete:
            return None

    def records(self, name):
        pages = self.client.get_paginator("list_resource_record_sets").paginate(
            HostedZoneId=self.zone, PaginationConfig={"PageSize": 3}
        )
        return [record for page in pages for record in page["ResourceRecordSets"] if record["Name"] == name + "."]

    def test_moves_weights_and_removes_the_records(self):
        name = "moved." + ZONE_NAME.rstrip(".")
        lambda_, fargate = alias("lambda", 100, self.target, name), alias("fargate", 0, self.target, name)
        info = self.change(("CREATE", lambda_), ("CREATE", fargate))
        self.assertTrue(info["Id"].startswith("/change/C"))
        self.assertEqual("PENDING", info["Status"])
        self.assertEqual("INSYNC", self.client.get_change(Id=info["Id"])["ChangeInfo"]["Status"])
        self.change(("UPSERT", {**fargate, "Weight": 40}))
        found = self.records(name)
        self.assertEqual([("fargate", 40), ("lambda", 100)], [(it["SetIdentifier"], it["Weight"]) for it in found])
        self.change(*[("DELETE", record) for record in found])
        self.assertEqual([], self.records(name))

    def test_walks_pages_of_many_records(self):
        zone = ZONE_NAME.rstrip(".")
        names = ["n%02d.pages.%s" % (i, zone) for i in range(BATCH)]
        texts = [{"Name": it, "Type": "TXT", "TTL": 60, "ResourceRecords": [{"Value": '"a \\"quoted\\" & <text>"'}]} for it in names]
        self.change(*[("CREATE", text) for text in texts])
        pages = list(
            self.client.get_paginator("list_resource_record_sets").paginate(
                HostedZoneId=self.zone, PaginationConfig={"PageSize": 3}
            )
        )
        listed = [record["Name"] for page in pages for record in page["ResourceRecordSets"]]
        self.assertEqual([it + "." for it in names], [it for it in listed if ".pages." in it])
        self.assertEqual(len(listed), len(set(listed)) + 1, "only the apex has two records")
        self.assertGreater(len(pages), BATCH // 3)
        self.change(*[("DELETE", text) for text in texts])

    def test_answers_refusals_with_typed_errors(self):
        change = lambda record: self.client.change_resource_record_sets(
            HostedZoneId=self.zone, ChangeBatch={"Changes": [{"Action": "CREATE", "ResourceRecordSet": record}]}
        )
        outside = {"Name": "a.example.org", "Type": "A", "TTL": 60, "ResourceRecords": [{"Value": "192.0.2.1"}]}
        with self.assertRaises(self.client.exceptions.InvalidChangeBatch) as refused:
            change(outside)
        self.assertIn("is not permitted in zone " + ZONE_NAME, str(refused.exception))
        with self.assertRaises(self.client.exceptions.NoSuchHostedZone):
            self.client.list_resource_record_sets(HostedZoneId="ZNONE")
        with self.assertRaises(self.client.exceptions.NoSuchChange):
            self.client.get_change(Id="CNONE")
        code, message = refusal(change, alias("x", 256, self.target))
        self.assertEqual("InvalidInput", code)
        self.assertIn("less than or equal to 255", message)

    def test_throttles(self):
        impatient = client("route53", attempts=1)

        def call(_):
            try:
                impatient.list_hosted_zones()
                return "ok"
            except impatient.exceptions.ClientError as error:
                return error.response["Error"]["Code"]

        with concurrent.futures.ThreadPoolExecutor(8) as threads:
            until(lambda: "Throttling" in set(threads.map(call, range(40))))
        self.assertEqual("ok", until(lambda: call(0) == "ok" and "ok"))

    def test_names_what_is_not_played(self):
        code, message = refusal(self.client.list_geo_locations)
        self.assertEqual(("NotImplemented", "the cloud does not play route53 ListGeoLocations"), (code, message))

    def test_tests_a_dns_answer(self):
        answer = self.client.test_dns_answer(HostedZoneId=self.zone, RecordName=HOST, RecordType="A")
        self.assertEqual("NOERROR", answer["ResponseCode"])
        self.assertTrue(answer["RecordData"])

    def test_is_driven_by_the_cli(self):
        code, zones, _ = cli("route53", "list-hosted-zones")
        self.assertEqual(0, code)
        self.assertIn(self.zone, [zone["Id"] for zone in zones["HostedZones"]])
        record = {"Name": "cli." + ZONE_NAME, "Type": "A", "TTL": 60, "ResourceRecords": [{"Value": "192.0.2.7"}]}

        def change(action):
            batch = json.dumps({"Changes": [{"Action": action, "ResourceRecordSet": record}]})
            code, answer, error = cli("route53", "change-resource-record-sets", "--hosted-zone-id", self.zone, "--change-batch", batch)
            self.assertTrue(code == 0 or "PriorRequestNotComplete" in error, error)
            return answer

        until(lambda: change("CREATE"))
        _, listed, _ = cli("route53", "list-resource-record-sets", "--hosted-zone-id", self.zone)
        self.assertIn(record["Name"], [it["Name"] for it in listed["ResourceRecordSets"]])
        until(lambda: change("DELETE"))
        code, _, error = cli("route53", "get-hosted-zone", "--id", "ZNONE")
        self.assertNotEqual(0, code)
        self.assertIn("(NoSuchHostedZone)", error)
