"""What the owner of the app would have set up in AWS before: a zone, a certificate, a function, an API and its domain."""

import time

import botocore.session
from botocore.exceptions import EndpointConnectionError

HOST = "shop.lambdaflex.test"
NAME = "shop"


def client(service):
    return botocore.session.get_session().create_client(service, endpoint_url="http://127.0.0.1:4566")


def wait():
    for _ in range(120):
        try:
            client("sts").get_caller_identity()
            return
        except EndpointConnectionError:
            time.sleep(0.25)
    raise SystemExit("MiniStack does not answer on port 4566")


wait()
client("route53").create_hosted_zone(Name="lambdaflex.test.", CallerReference=NAME)
certificate = client("acm").request_certificate(DomainName=HOST)["CertificateArn"]
client("lambda").create_function(FunctionName=NAME, PackageType="Image", Code={"ImageUri": "lambdaflex/workload:local"},
                                 Role="arn:aws:iam::123456789012:role/shop")
gateway = client("apigatewayv2")
api = gateway.create_api(Name=NAME, ProtocolType="HTTP")["ApiId"]
gateway.create_stage(ApiId=api, StageName="$default", AutoDeploy=True)
gateway.create_domain_name(DomainName=HOST, DomainNameConfigurations=[
    {"CertificateArn": certificate, "EndpointType": "REGIONAL"}])
gateway.create_api_mapping(DomainName=HOST, ApiId=api, Stage="$default")
