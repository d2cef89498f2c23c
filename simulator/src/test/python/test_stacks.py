"""Stacks from the real template: created, followed by their events, scaled, held, deleted. And what they built, in its own service."""

import os
import unittest

from botocore.exceptions import WaiterError

from wire import APP, HOST, cli, client, refusal

CLOUDFORMATION = client("cloudformation")
BALANCING = client("elbv2")
NETWORK = client("ec2")
NAME = "lambdaflex-" + APP
TAGGED = [{"Name": "tag:lambdaflex:app", "Values": [APP]}]
with open(os.environ["LAMBDAFLEX_TEMPLATE"], encoding="utf-8") as file:
    TEMPLATE = file.read()


def values(**given):
    return [{"ParameterKey": key, "ParameterValue": value} for key, value in given.items()]


def request(token, **more):
    return dict(
        StackName=NAME,
        TemplateBody=TEMPLATE,
        Parameters=values(AppName=APP, HostName=HOST, ImageUri="shop", TaskCount="1"),
        Capabilities=["CAPABILITY_IAM"],
        ClientRequestToken=token,
        **more,
    )


def wait(name, stack):
    CLOUDFORMATION.get_waiter(name).wait(StackName=stack, WaiterConfig={"Delay": 1, "MaxAttempts": 120})


def events(stack):
    pages = CLOUDFORMATION.get_paginator("describe_stack_events").paginate(StackName=stack)
    return [event for page in pages for event in page["StackEvents"]]


def outputs(stack):
    return {it["OutputKey"]: it["OutputValue"] for it in stack["Outputs"]}


def describe(stack):
    return CLOUDFORMATION.describe_stacks(StackName=stack)["Stacks"][0]


class Stacks(unittest.TestCase):
    def test_a_tier_comes_is_scaled_is_held_and_goes(self):
        stack = CLOUDFORMATION.create_stack(**request("create-1"))["StackId"]
        self.assertEqual(stack, CLOUDFORMATION.create_stack(**request("create-1"))["StackId"])
        self.assertEqual("AlreadyExistsException", refusal(CLOUDFORMATION.create_stack, **request("create-2"))[0])
        wait("stack_create_complete", stack)

        history = events(stack)
        self.assertEqual({"create-1"}, {event["ClientRequestToken"] for event in history})
        self.assertEqual("CREATE_COMPLETE", history[0]["ResourceStatus"])
        self.assertEqual(sorted(event["Timestamp"] for event in history), [event["Timestamp"] for event in reversed(history)])
        code, listed, _ = cli("cloudformation", "list-stack-resources", "--stack-name", NAME)
        self.assertEqual(0, code)
        self.assertTrue(all(it["ResourceStatus"] == "CREATE_COMPLETE" for it in listed["StackResourceSummaries"]))

        self.look(outputs(describe(stack)))
        self.scale(stack)
        self.hold(stack)

        CLOUDFORMATION.delete_stack(StackName=stack, ClientRequestToken="delete-2")
        wait("stack_delete_complete", stack)
        self.assertEqual("DELETE_COMPLETE", describe(stack)["StackStatus"])
        self.assertEqual(
            ("ValidationError", "Stack with id %s does not exist" % NAME),
            refusal(CLOUDFORMATION.describe_stacks, StackName=NAME),
        )
        self.assertEqual([], NETWORK.describe_vpcs(Filters=TAGGED)["Vpcs"])
        self.assertEqual([], BALANCING.describe_load_balancers()["LoadBalancers"])

    def look(self, told):
        balancer = BALANCING.describe_load_balancers(LoadBalancerArns=[told["LoadBalancerArn"]])["LoadBalancers"][0]
        self.assertEqual("active", balancer["State"]["Code"])
        self.assertEqual(told["LoadBalancerDnsName"], balancer["DNSName"])
        health = BALANCING.describe_target_health(TargetGroupArn=told["TargetGroupArn"])["TargetHealthDescriptions"]
        self.assertEqual(["healthy"], [it["TargetHealth"]["State"] for it in health])
        tags = BALANCING.describe_tags(ResourceArns=[told["TargetGroupArn"]])["TagDescriptions"][0]["Tags"]
        self.assertIn({"Key": "lambdaflex:app", "Value": APP}, tags)
        self.assertEqual([told["VpcId"]], [it["VpcId"] for it in NETWORK.describe_vpcs(Filters=TAGGED)["Vpcs"]])
        groups = NETWORK.describe_security_groups(Filters=TAGGED)["SecurityGroups"]
        self.assertEqual(2, len(groups))

    def scale(self, stack):
        more = values(TaskCount="2") + [
            {"ParameterKey": key, "UsePreviousValue": True} for key in ("AppName", "HostName", "ImageUri")
        ]
        change = dict(StackName=stack, UsePreviousTemplate=True, Parameters=more, Capabilities=["CAPABILITY_IAM"])
        CLOUDFORMATION.update_stack(**change)
        wait("stack_update_complete", stack)
        self.assertEqual(
            ("ValidationError", "No updates are to be performed."), refusal(CLOUDFORMATION.update_stack, **change)
        )

    def hold(self, stack):
        subnet = NETWORK.describe_subnets(Filters=TAGGED)["Subnets"][0]["SubnetId"]
        made = NETWORK.create_network_interface(SubnetId=subnet, Description="a test")["NetworkInterface"]
        CLOUDFORMATION.delete_stack(StackName=stack, ClientRequestToken="delete-1")
        with self.assertRaises(WaiterError):
            wait("stack_delete_complete", stack)
        self.assertEqual("DELETE_FAILED", describe(stack)["StackStatus"])
        self.assertTrue(any("has dependencies and cannot be deleted" in it.get("ResourceStatusReason", "") for it in events(stack)))
        inside = [{"Name": "vpc-id", "Values": [made["VpcId"]]}]
        holders = NETWORK.describe_network_interfaces(Filters=inside)["NetworkInterfaces"]
        self.assertEqual([made["NetworkInterfaceId"]], [it["NetworkInterfaceId"] for it in holders])
        NETWORK.delete_network_interface(NetworkInterfaceId=made["NetworkInterfaceId"])

    def test_templates_are_judged(self):
        valid = CLOUDFORMATION.validate_template(TemplateBody=TEMPLATE)
        self.assertEqual(["CAPABILITY_IAM"], valid["Capabilities"])
        self.assertIn("TaskCount", [it["ParameterKey"] for it in valid["Parameters"]])
        broken = "Resources: {A: {Type: 'AWS::EC2::Subnet', Properties: {VpcId: !Ref B}}}"
        self.assertEqual(
            ("ValidationError", "Template format error: Unresolved resource dependencies [B] in the Resources block of the template"),
            refusal(CLOUDFORMATION.validate_template, TemplateBody=broken),
        )
        careless = dict(request("create-9"), StackName="careless", Capabilities=[])
        self.assertEqual("InsufficientCapabilitiesException", refusal(CLOUDFORMATION.create_stack, **careless)[0])
        CLOUDFORMATION.delete_stack(StackName="never-there")
