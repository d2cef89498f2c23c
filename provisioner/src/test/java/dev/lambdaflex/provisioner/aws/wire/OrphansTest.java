package dev.lambdaflex.provisioner.aws.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.lambdaflex.provisioner.aws.testing.Golden;
import dev.lambdaflex.provisioner.aws.testing.RecordingAws;
import dev.lambdaflex.provisioner.aws.tier.Orphans;
import dev.lambdaflex.provisioner.aws.tier.Orphans.Orphan;

class OrphansTest {

    private static final String ELB = "http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/";

    private final RecordingAws aws = RecordingAws.start();
    private final Orphans orphans = new Orphans(aws.clients(), "shop");

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void whatBearsTheAppsTagIsFoundInTheNetworkAndAmongTheBalancers() {
        aws.answers(
                """
                        <DescribeTagsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><tagSet><item><resourceId>vpc-1</resourceId>\
                        <resourceType>vpc</resourceType><key>lambdaflex:app</key><value>shop</value></item></tagSet></DescribeTagsResponse>""")
                .answers(balancers("arn:1", "arn:2"))
                .answers(
                        """
                                <DescribeTagsResponse xmlns="%s"><DescribeTagsResult><TagDescriptions><member><ResourceArn>arn:1</ResourceArn>\
                                <Tags><member><Key>lambdaflex:app</Key><Value>other</Value></member></Tags></member><member><ResourceArn>arn:2\
                                </ResourceArn><Tags><member><Key>lambdaflex:app</Key><Value>shop</Value></member></Tags></member>\
                                </TagDescriptions></DescribeTagsResult></DescribeTagsResponse>"""
                                .formatted(ELB));
        assertThat(orphans.find()).containsExactly(new Orphan("vpc", "vpc-1"), new Orphan("load-balancer", "arn:2"));
        Golden.assertSame("orphans", aws.requests());
    }

    @Test
    void nothingIsFoundWhereNothingIs() {
        aws.answers(
                "<DescribeTagsResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><tagSet/></DescribeTagsResponse>")
                .answers(balancers());
        assertThat(orphans.find()).isEmpty();
        assertThat(aws.count()).isEqualTo(2);
    }

    private static String balancers(String... arns) {
        StringBuilder members = new StringBuilder();
        for (String arn : arns) {
            members.append("<member><LoadBalancerArn>").append(arn).append("</LoadBalancerArn></member>");
        }
        return "<DescribeLoadBalancersResponse xmlns=\"%s\"><DescribeLoadBalancersResult><LoadBalancers>%s</LoadBalancers></DescribeLoadBalancersResult></DescribeLoadBalancersResponse>"
                .formatted(ELB, members);
    }
}
