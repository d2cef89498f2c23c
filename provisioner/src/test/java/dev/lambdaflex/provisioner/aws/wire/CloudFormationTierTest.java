package dev.lambdaflex.provisioner.aws.wire;

import static dev.lambdaflex.provisioner.aws.testing.Answers.error;
import static dev.lambdaflex.provisioner.aws.testing.Answers.events;
import static dev.lambdaflex.provisioner.aws.testing.Answers.jsonError;
import static dev.lambdaflex.provisioner.aws.testing.Answers.noStack;
import static dev.lambdaflex.provisioner.aws.testing.Answers.stack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.lambdaflex.provisioner.aws.testing.Golden;
import dev.lambdaflex.provisioner.aws.testing.RecordingAws;
import dev.lambdaflex.provisioner.aws.tier.CloudFormationTier;
import dev.lambdaflex.provisioner.aws.tier.FargateHome;
import dev.lambdaflex.provisioner.aws.tier.TierStack;
import dev.lambdaflex.provisioner.reconcile.CloudException;
import dev.lambdaflex.weights.migration.FargateView;
import dev.lambdaflex.weights.migration.FargateView.Status;

class CloudFormationTierTest {

    private static final String CREATED = "<CreateStackResponse><CreateStackResult><StackId>s</StackId></CreateStackResult></CreateStackResponse>";
    private static final String DELETED = "<DeleteStackResponse></DeleteStackResponse>";
    private static final String SERVICE = "{\"services\":[{\"serviceName\":\"shop-service\",\"status\":\"ACTIVE\",\"desiredCount\":3,\"runningCount\":3}]}";

    private final RecordingAws aws = RecordingAws.start();
    private final CloudFormationTier tier = new CloudFormationTier(
            new TierStack(aws.clients().cloudFormation(), new FargateHome("shop", "shop.example.test", "Resources: {}",
                    Map.of("ImageUri", "shop:1", "ContainerPort", "8080"), Duration.ofMinutes(20))),
            aws.clients());

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void aBuildIsOneCall() {
        aws.answers(CREATED);
        tier.build("run1-build", 2);
        Golden.assertSame("fargate-build", aws.requests());
    }

    @Test
    void aTierThatStandsIsSeenInThreeCalls() {
        aws.answers(stack("CREATE_COMPLETE"))
                .answers(SERVICE)
                .answers(health("healthy", "initial", "healthy", "draining"));
        assertThat(tier.observe()).isEqualTo(new FargateView(Status.READY,
                Optional.of("shop-lb-1.eu-central-1.elb.amazonaws.com"), 2, 3, 3, "lambdaflex-shop CREATE_COMPLETE"));
        Golden.assertSame("fargate-observe", aws.requests());
    }

    @Test
    void itIsScaledPastTheStackAndRemovedByItsId() {
        aws.answers(stack("CREATE_COMPLETE")).answers("{}").answers(stack("CREATE_COMPLETE")).answers(DELETED);
        tier.scale(5);
        tier.remove("run1-remove-1");
        Golden.assertSame("fargate-scale-remove", aws.requests());
    }

    @Test
    void whatIsNotThereNeedsNoRemoval() {
        aws.answers(400, noStack());
        tier.remove("run1-remove-1");
        assertThat(aws.count()).isEqualTo(1);
    }

    @Test
    void aBuildWhoseAnswerWasLostIsTheSameBuild() {
        aws.answers(400, error("AlreadyExistsException", "Stack [lambdaflex-shop] already exists"))
                .answers(stack("CREATE_IN_PROGRESS"));
        assertThatCode(() -> tier.build("run1-build", 2)).doesNotThrowAnyException();
    }

    @Test
    void anotherBuildIsRefused() {
        aws.answers(400, error("AlreadyExistsException", "Stack [lambdaflex-shop] already exists"))
                .answers(stack("CREATE_IN_PROGRESS"));
        assertThatExceptionOfType(CloudException.class).isThrownBy(() -> tier.build("run2-build", 2))
                .withMessageContaining("is another build than run2-build");
    }

    @ParameterizedTest
    @CsvSource({"CREATE_IN_PROGRESS,BUILDING", "CREATE_FAILED,FAILED", "ROLLBACK_IN_PROGRESS,FAILED",
            "ROLLBACK_COMPLETE,FAILED", "ROLLBACK_FAILED,FAILED", "REVIEW_IN_PROGRESS,FAILED",
            "DELETE_IN_PROGRESS,REMOVING", "SOMETHING_NEW,FAILED"})
    void theStatusOfTheStackIsThatOfTheTier(String stack, Status status) {
        aws.answers(stack(stack)).answers(events("t|Vpc|AWS::EC2::VPC|CREATE_COMPLETE|"));
        assertThat(tier.observe().status()).isEqualTo(status);
    }

    @Test
    void whileItIsBuiltTheNewestEventIsTold() {
        aws.answers(stack("CREATE_IN_PROGRESS"))
                .answers(events(
                        "b|LoadBalancer|AWS::ElasticLoadBalancingV2::LoadBalancer|CREATE_IN_PROGRESS|Resource creation Initiated",
                        "b|Vpc|AWS::EC2::VPC|CREATE_COMPLETE|"));
        assertThat(tier.observe().detail())
                .isEqualTo("LoadBalancer CREATE_IN_PROGRESS: Resource creation Initiated");
    }

    @Test
    void ofAFailedBuildTheFirstCauseIsToldAndNotWhatItDraggedAlong() {
        aws.answers(stack("ROLLBACK_IN_PROGRESS"))
                .answers(events("b|Vpc|AWS::EC2::VPC|DELETE_IN_PROGRESS|",
                        "b|Cluster|AWS::ECS::Cluster|CREATE_FAILED|Resource creation cancelled",
                        "b|Service|AWS::ECS::Service|CREATE_FAILED|tasks failed to start",
                        "b|Vpc|AWS::EC2::VPC|CREATE_COMPLETE|",
                        "a|Old|AWS::EC2::VPC|CREATE_FAILED|another operation"));
        assertThat(tier.observe().detail()).isEqualTo("Service CREATE_FAILED: tasks failed to start");
    }

    @Test
    void whatHoldsTheNetworkIsNamedWhenItDoesNotGo() {
        aws.answers(stack("DELETE_FAILED"))
                .answers(events(
                        "r|Vpc|AWS::EC2::VPC|DELETE_FAILED|The vpc 'vpc-1' has dependencies and cannot be deleted."))
                .answers(
                        """
                                <DescribeNetworkInterfacesResponse><networkInterfaceSet><item><networkInterfaceId>eni-1</networkInterfaceId>\
                                <description>attached by hand</description><status>in-use</status></item></networkInterfaceSet>\
                                </DescribeNetworkInterfacesResponse>""")
                .answers(
                        """
                                <DescribeSecurityGroupsResponse><securityGroupInfo><item><groupId>sg-1</groupId><groupName>default</groupName></item>\
                                <item><groupId>sg-2</groupId><groupName>bastion</groupName></item>\
                                <item><groupId>sg-3</groupId><groupName>ours</groupName><tagSet><item><key>aws:cloudformation:stack-name</key>\
                                <value>lambdaflex-shop</value></item></tagSet></item></securityGroupInfo></DescribeSecurityGroupsResponse>""");
        FargateView view = tier.observe();
        assertThat(view.status()).isEqualTo(Status.REMOVE_FAILED);
        assertThat(view.detail())
                .isEqualTo("Vpc DELETE_FAILED: The vpc 'vpc-1' has dependencies and cannot be deleted.; "
                        + "vpc-1 is held by eni-1 (attached by hand), sg-2 (security group bastion)");
        Golden.assertSame("fargate-stuck", aws.requests());
    }

    @Test
    void whoHoldsTheNetworkMayStayUnknown() {
        aws.answers(stack("DELETE_FAILED"))
                .answers(events("r|Vpc|AWS::EC2::VPC|DELETE_FAILED|no"))
                .answers(403,
                        "<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>You are not authorized</Message></Error></Errors></Response>");
        assertThat(tier.observe().detail()).contains("who holds vpc-1 cannot be read")
                .contains("lacks ec2:DescribeNetworkInterfaces");
    }

    @Test
    void aServiceThatIsGoneIsASentence() {
        aws.answers(stack("CREATE_COMPLETE")).answers("{\"services\":[],\"failures\":[{\"reason\":\"MISSING\"}]}");
        assertThatExceptionOfType(CloudException.class).isThrownBy(tier::observe)
                .withMessage("ecs:DescribeServices: the cluster shop-cluster has no service shop-service");
    }

    @Test
    void aRefusalToScaleNamesTheAction() {
        aws.answers(stack("CREATE_COMPLETE")).answers(400, jsonError("AccessDeniedException", "no"));
        assertThatExceptionOfType(CloudException.class).isThrownBy(() -> tier.scale(5))
                .withMessage(
                        "ecs:UpdateService: not allowed, the policy of these credentials lacks ecs:UpdateService: no");
    }

    private static String health(String... states) {
        StringBuilder members = new StringBuilder();
        for (String state : states) {
            members.append(
                    "<member><Target><Id>10.0.0.1</Id><Port>8080</Port></Target><TargetHealth><State>%s</State></TargetHealth></member>"
                            .formatted(state));
        }
        return "<DescribeTargetHealthResponse xmlns=\"http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/\"><DescribeTargetHealthResult><TargetHealthDescriptions>"
                + members + "</TargetHealthDescriptions></DescribeTargetHealthResult></DescribeTargetHealthResponse>";
    }
}
