"""Who may call, and what stands before the functions: STS, ACM, API Gateway."""

import unittest
import urllib.error
import urllib.request

import boto3
from botocore import UNSIGNED
from botocore.config import Config
from botocore.exceptions import ClientError

from wire import HOST, REGION, cli, client, refusal


class Identity(unittest.TestCase):
    def test_tells_who_calls(self):
        self.assertRegex(client("sts").get_caller_identity()["Arn"], "^arn:aws:iam::[0-9]{12}:user/")
        code, identity, _ = cli("sts", "get-caller-identity")
        self.assertEqual(0, code)
        self.assertRegex(identity["Account"], "^[0-9]{12}$")

    def test_turns_away_wrong_keys_in_every_protocol(self):
        wrong_secret = dict(aws_secret_access_key="wrong")
        unknown = dict(aws_access_key_id="AKIDNOBODY", aws_secret_access_key="wrong")
        expected = [
            ("sts", "get_caller_identity", "SignatureDoesNotMatch", "InvalidClientTokenId"),
            ("route53", "list_hosted_zones", "SignatureDoesNotMatch", "InvalidClientTokenId"),
            ("acm", "list_certificates", "InvalidSignatureException", "UnrecognizedClientException"),
            ("apigatewayv2", "get_apis", "InvalidSignatureException", "UnrecognizedClientException"),
        ]
        for service, operation, signature, key in expected:
            with self.subTest(service):
                session = boto3.Session().get_credentials()
                mine = dict(aws_access_key_id=session.access_key, **wrong_secret)
                self.assertEqual(signature, refusal(getattr(client(service, **mine), operation))[0])
                self.assertEqual(key, refusal(getattr(client(service, **unknown), operation))[0])

    def test_turns_away_a_token_whose_time_is_over(self):
        expired = dict(aws_access_key_id="EXPIRED", aws_secret_access_key="secret", aws_session_token="token")
        self.assertEqual("ExpiredToken", refusal(client("sts", **expired).get_caller_identity)[0])
        self.assertEqual("ExpiredTokenException", refusal(client("acm", **expired).list_certificates)[0])

    def test_takes_a_temporary_key_with_its_token_only(self):
        key = dict(aws_access_key_id="TEMPORARY", aws_secret_access_key="secret")
        client("sts", aws_session_token="token", **key).get_caller_identity()
        self.assertEqual("InvalidClientTokenId", refusal(client("sts", aws_session_token="other", **key).get_caller_identity)[0])

    def test_takes_a_presigned_query_until_it_is_over(self):
        url = client("sts").generate_presigned_url("get_caller_identity", ExpiresIn=60, HttpMethod="GET")
        with urllib.request.urlopen(url, timeout=20) as answer:
            self.assertIn(b"<Arn>arn:aws:iam::", answer.read())
        with self.assertRaises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(url.replace("X-Amz-Expires=60", "X-Amz-Expires=61"), timeout=20)
        self.assertEqual(403, refused.exception.code)
        self.assertIn(b"SignatureDoesNotMatch", refused.exception.read())

    def test_turns_away_another_region(self):
        code, message = refusal(client("acm", region_name="eu-west-1").list_certificates)
        self.assertEqual("InvalidSignatureException", code)
        self.assertIn("Credential should be scoped to a valid region, not 'eu-west-1'", message)

    def test_turns_away_an_unsigned_call(self):
        unsigned = boto3.client("apigatewayv2", config=Config(signature_version=UNSIGNED, retries={"total_max_attempts": 1}))
        with self.assertRaises(ClientError) as refused:
            unsigned.get_apis()
        self.assertEqual("MissingAuthenticationTokenException", refused.exception.response["Error"]["Code"])

    def test_names_a_service_that_is_not_played(self):
        code, message = refusal(client("dynamodb", attempts=1).list_tables)
        self.assertEqual("NotImplemented", code)
        self.assertIn("'dynamodb'", message)

    def test_leads_from_a_public_name_to_its_gateway(self):
        gateway = client("apigatewayv2")
        domain = gateway.get_domain_name(DomainName=HOST)
        self.assertEqual("AVAILABLE", domain["DomainNameConfigurations"][0]["DomainNameStatus"])
        mapping = gateway.get_api_mappings(DomainName=HOST)["Items"][0]
        self.assertEqual("HTTP", gateway.get_api(ApiId=mapping["ApiId"])["ProtocolType"])
        self.assertEqual("$default", gateway.get_stages(ApiId=mapping["ApiId"])["Items"][0]["StageName"])
        self.assertIn(HOST, [it["DomainName"] for it in gateway.get_domain_names()["Items"]])
        with self.assertRaises(gateway.exceptions.NotFoundException):
            gateway.get_domain_name(DomainName="nobody.example.org")

    def test_shows_the_certificate_of_the_zone(self):
        certificates = client("acm")
        arn = certificates.list_certificates(CertificateStatuses=["ISSUED"])["CertificateSummaryList"][0]["CertificateArn"]
        self.assertIn(":%s:" % REGION, arn)
        detail = certificates.describe_certificate(CertificateArn=arn)["Certificate"]
        self.assertEqual("ISSUED", detail["Status"])
        self.assertGreater(detail["NotAfter"], detail["IssuedAt"])
        with self.assertRaises(certificates.exceptions.ResourceNotFoundException):
            certificates.describe_certificate(CertificateArn=arn + "x")
