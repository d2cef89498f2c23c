package dev.lambdaflex.provisioner.aws.testing;

/** Answers as AWS words them, as short as the SDK can read them. */
public final class Answers {

    public static final String HOST = "shop.example.test.";

    private Answers() {}

    /** ListResourceRecordSets with these records. */
    public static String listing(String... records) {
        return "<ListResourceRecordSetsResponse xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\"><ResourceRecordSets>"
                + String.join("", records)
                + "</ResourceRecordSets><IsTruncated>false</IsTruncated><MaxItems>300</MaxItems></ListResourceRecordSetsResponse>";
    }

    /** A page of a longer listing. */
    public static String page(String nextName, String nextType, String... records) {
        return listing(records).replace("<IsTruncated>false</IsTruncated>",
                "<IsTruncated>true</IsTruncated><NextRecordName>%s</NextRecordName><NextRecordType>%s</NextRecordType>"
                        .formatted(nextName, nextType));
    }

    public static String alias(String type, String id, int weight, String target) {
        return """
                <ResourceRecordSet><Name>%s</Name><Type>%s</Type><SetIdentifier>%s</SetIdentifier><Weight>%d</Weight>\
                <AliasTarget><HostedZoneId>ZTARGET</HostedZoneId><DNSName>%s.</DNSName>\
                <EvaluateTargetHealth>true</EvaluateTargetHealth></AliasTarget></ResourceRecordSet>"""
                .formatted(HOST, type, id, weight, target);
    }

    public static String record(String name, String type, String value) {
        return """
                <ResourceRecordSet><Name>%s</Name><Type>%s</Type><TTL>60</TTL><ResourceRecords><ResourceRecord>\
                <Value>%s</Value></ResourceRecord></ResourceRecords></ResourceRecordSet>"""
                .formatted(name, type, value.replace("\"", "&quot;"));
    }

    public static String note(long term, long change) {
        return record("_lambdaflex." + HOST, "TXT",
                "\"heritage=lambdaflex app=shop term=%d change=%d\"".formatted(term, change));
    }

    /** ChangeResourceRecordSets that was taken. */
    public static String changed(String id) {
        return """
                <ChangeResourceRecordSetsResponse xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><ChangeInfo>\
                <Id>/change/%s</Id><Status>PENDING</Status><SubmittedAt>2026-11-24T12:00:00Z</SubmittedAt></ChangeInfo>\
                </ChangeResourceRecordSetsResponse>"""
                .formatted(id);
    }

    /** GetChange. */
    public static String change(String id, String status) {
        return changed(id).replace("ChangeResourceRecordSetsResponse", "GetChangeResponse").replace("PENDING", status);
    }

    /** An error of a service that speaks XML. */
    public static String error(String code, String message) {
        return """
                <ErrorResponse xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><Error><Type>Sender</Type>\
                <Code>%s</Code><Message>%s</Message></Error><RequestId>r</RequestId></ErrorResponse>"""
                .formatted(code, message);
    }

    /** A refused batch: all that is wrong with it, in brackets. */
    public static String refusedBatch(String message) {
        return error("InvalidChangeBatch", "[" + message + "]");
    }

    /** An error of a service that speaks JSON. */
    public static String jsonError(String code, String message) {
        return "{\"__type\":\"%s\",\"message\":\"%s\"}".formatted(code, message);
    }

    /** DescribeStacks with the outputs of the template. */
    public static String stack(String status) {
        return """
                <DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStacksResult><Stacks>\
                <member><StackName>lambdaflex-shop</StackName>\
                <StackId>arn:aws:cloudformation:eu-central-1:123456789012:stack/lambdaflex-shop/1</StackId>\
                <CreationTime>2026-11-24T12:00:00Z</CreationTime><StackStatus>%s</StackStatus>\
                <Tags><member><Key>lambdaflex:build</Key><Value>run1-build</Value></member></Tags><Outputs>%s</Outputs></member>\
                </Stacks></DescribeStacksResult></DescribeStacksResponse>"""
                .formatted(status, output("LoadBalancerDnsName", "Shop-LB-1.eu-central-1.elb.amazonaws.com")
                        + output("LoadBalancerHostedZoneId", "Z215JYRZR1TBD5")
                        + output("LoadBalancerFullName", "app/shop/1")
                        + output("TargetGroupFullName", "targetgroup/shop/2")
                        + output("TargetGroupArn",
                                "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/shop/2")
                        + output("ClusterName", "shop-cluster") + output("ServiceName", "shop-service")
                        + output("VpcId", "vpc-1"));
    }

    public static String noStack() {
        return error("ValidationError", "Stack with id lambdaflex-shop does not exist");
    }

    /** DescribeStackEvents, newest first; each line is {@code token|logicalId|type|status|reason}. */
    public static String events(String... lines) {
        StringBuilder members = new StringBuilder();
        for (String line : lines) {
            String[] part = line.split("\\|", -1);
            members.append("<member><EventId>e</EventId><StackId>s</StackId><StackName>lambdaflex-shop</StackName>")
                    .append("<ClientRequestToken>%s</ClientRequestToken><LogicalResourceId>%s</LogicalResourceId>"
                            .formatted(part[0], part[1]))
                    .append("<ResourceType>%s</ResourceType><ResourceStatus>%s</ResourceStatus>".formatted(part[2],
                            part[3]))
                    .append(part[4].isEmpty() ? "" : "<ResourceStatusReason>" + part[4] + "</ResourceStatusReason>")
                    .append("<Timestamp>2026-11-24T12:00:00Z</Timestamp></member>");
        }
        return "<DescribeStackEventsResponse xmlns=\"http://cloudformation.amazonaws.com/doc/2010-05-15/\"><DescribeStackEventsResult><StackEvents>"
                + members + "</StackEvents></DescribeStackEventsResult></DescribeStackEventsResponse>";
    }

    /** GetMetricData: each series is {@code id|start of the first minute|value|value...}, a minute apart. */
    public static String metrics(String... series) {
        StringBuilder members = new StringBuilder();
        for (String one : series) {
            String[] part = one.split("\\|", -1);
            java.time.Instant at = java.time.Instant.parse(part[1]);
            StringBuilder times = new StringBuilder();
            StringBuilder values = new StringBuilder();
            for (int i = 2; i < part.length; i++) {
                times.append("<member>").append(at.plusSeconds(60L * (i - 2))).append("</member>");
                values.append("<member>").append(part[i]).append("</member>");
            }
            members.append(
                    "<member><Id>%s</Id><StatusCode>Complete</StatusCode><Timestamps>%s</Timestamps><Values>%s</Values></member>"
                            .formatted(part[0], times, values));
        }
        return "<GetMetricDataResponse xmlns=\"http://monitoring.amazonaws.com/doc/2010-08-01/\"><GetMetricDataResult><MetricDataResults>"
                + members + "</MetricDataResults></GetMetricDataResult></GetMetricDataResponse>";
    }

    public static String domain() {
        return """
                {"domainName":"shop.example.test","domainNameConfigurations":[{"apiGatewayDomainName":"d-1.execute-api.eu-central-1.amazonaws.com",\
                "hostedZoneId":"Z1U9ULNL0V5AJ3","domainNameStatus":"AVAILABLE","ipAddressType":"ipv4"}]}""";
    }

    public static String mappings() {
        return "{\"items\":[{\"apiId\":\"abc123\",\"apiMappingId\":\"m\",\"apiMappingKey\":\"\",\"stage\":\"$default\"}]}";
    }

    private static String output(String key, String value) {
        return "<member><OutputKey>%s</OutputKey><OutputValue>%s</OutputValue></member>".formatted(key, value);
    }
}
