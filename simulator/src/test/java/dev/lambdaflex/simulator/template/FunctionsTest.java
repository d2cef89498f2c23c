package dev.lambdaflex.simulator.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.lambdaflex.simulator.template.Value.Fields;
import dev.lambdaflex.simulator.template.Value.Text;

/** What functions come to. */
class FunctionsTest {

    private static final Surroundings WHERE = Surroundings.of("us-east-1", "123456789012", "probe",
            "arn:aws:cloudformation:us-east-1:123456789012:stack/probe/1");
    private static final Standing STANDING = new Standing() {
        @Override
        public Optional<String> physicalId(String logicalId) {
            return Optional.of("id-of-" + logicalId);
        }

        @Override
        public Optional<Value> attribute(String logicalId, String attribute) {
            return attribute.equals("None") ? Optional.empty() : Optional.of(new Text(logicalId + "'s " + attribute));
        }
    };
    private static final String FRAME = """
            Parameters:
              Name: {Type: String, Default: shop}
              Empty: {Type: String, Default: ""}
              Names: {Type: CommaDelimitedList, Default: "a, b,c"}
            Mappings:
              Sizes: {us-east-1: {small: 256}}
            Conditions:
              Named: !Equals [!Ref Name, shop]
              Nameless: !Not [{Condition: Named}]
              Both: !And [!Condition Named, !Not [!Equals [!Ref Name, x]]]
              Either: !Or [!Condition Nameless, !Condition Named]
            Resources:
              Vpc: {Type: 'AWS::EC2::VPC'}
              Made:
                Type: T
                Properties:
                  It: WRITTEN
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {"!Ref Name                                         | shop",
            "{Ref: Name}                                       | shop", "!Ref Vpc | id-of-Vpc",
            "!Ref AWS::Region                                  | us-east-1", "!Ref AWS::StackName | probe",
            "!GetAtt Vpc.CidrBlock                             | Vpc's CidrBlock",
            "!GetAtt [Vpc, Outer.Inner]                        | Vpc's Outer.Inner",
            "{'Fn::GetAtt': [Vpc, CidrBlock]}                  | Vpc's CidrBlock",
            "!Sub '${Name}-${Vpc}-${Vpc.Id}-${!Name}-$x'       | shop-id-of-Vpc-Vpc's Id-${Name}-$x",
            "!Sub ['${A}/${Name}', {A: !Ref Vpc}]              | id-of-Vpc/shop",
            "!Join ['-', [a, !Ref Name, b]]                    | a-shop-b", "!Join [',', !Ref Names] | a,b,c",
            "!Select [1, [a, b, c]]                            | b", "!Select [2, !Ref Names] | c",
            "!Select [1, !Split ['/', 'x/y/z']]                | y", "!Select [1, !GetAZs ''] | us-east-1b",
            "!Select [0, !GetAZs {Ref: 'AWS::Region'}]         | us-east-1a",
            "!Select [1, !Cidr [10.42.0.0/16, 2, 12]]          | 10.42.16.0/20",
            "!Select [3, !Cidr [192.168.1.0/24, 4, 5]]         | 192.168.1.96/27",
            "!FindInMap [Sizes, !Ref AWS::Region, small]       | 256", "!Base64 hello | aGVsbG8=",
            "!If [Named, yes, no]                              | yes", "!If [Nameless, yes, no] | no",
            "!If [Both, !If [Either, in, out], no]             | in", "007 | 007", "yes | yes"})
    void aFunctionIsWorkedOut(String written, String expected) {
        assertThat(made(written)).isEqualTo(new Checked.Good<>(new Fields(Map.of("It", new Text(expected)))));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
            "!GetAtt Vpc.None               | Template error: resource Vpc does not support attribute type None in Fn::GetAtt",
            "!Select [3, [a, b, c]]         | Template error: Fn::Select cannot select nonexistent value at index 3",
            "!Select [x, [a, b, c]]         | Template error: Fn::Select cannot select nonexistent value at index x",
            "!FindInMap [Sizes, eu, small]  | Template error: Unable to get mapping for Sizes::eu::small",
            "!FindInMap [Ages, eu, small]   | Template error: Mapping named 'Ages' is not present in the 'Mappings' section of template.",
            "!Join ['-', !Ref Name]         | Template error: every Fn::Join object requires a list where there is none",
            "!If [Named, yes]               | Template error: every Fn::If object requires 3 parameters",
            "!Cidr [10.42.0.0/16, 17, 12]   | Template error: Fn::Cidr cannot cut 10.42.0.0/16 into 17 blocks of 12 bits",
            "!GetAZs eu-west-1              | Template validation error: the cloud is in us-east-1 alone (Fn::GetAZs: eu-west-1)"})
    void aFunctionThatCannotBeWorkedOutIsRefused(String written, String message) {
        assertThat(made(written)).isEqualTo(new Checked.Bad<>(message));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {"!Ref AWS::NoValue", "!If [Nameless, x, !Ref AWS::NoValue]"})
    void noValueLeavesThePropertyOut(String written) {
        assertThat(made(written)).isEqualTo(new Checked.Good<>(Fields.NONE));
    }

    private static Checked<Fields> made(String written) {
        Template template = Template.read(FRAME.replace("WRITTEN", written)).orThrow(IllegalArgumentException::new);
        Plan plan = Plan.of(template, Map.of(), WHERE).orThrow(IllegalArgumentException::new);
        List<Resource> made = plan.resources().stream().filter(one -> one.logicalId().equals("Made")).toList();
        return plan.properties(made.getFirst(), STANDING);
    }
}
