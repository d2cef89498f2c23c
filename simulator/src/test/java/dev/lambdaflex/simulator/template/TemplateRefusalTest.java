package dev.lambdaflex.simulator.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a template, in AWS's words. */
class TemplateRefusalTest {

    private static final String VPC = "Vpc: {Type: 'AWS::EC2::VPC', Properties: {CidrBlock: 10.0.0.0/16}}";

    @ParameterizedTest(name = "{1}")
    @MethodSource
    void aBrokenTemplateIsRefused(String text, String message) {
        assertThat(Template.read(text)).isEqualTo(new Checked.Bad<>(message));
    }

    static Stream<Arguments> aBrokenTemplateIsRefused() {
        return Stream.of(
                arguments("", "Template format error: unsupported structure."),
                arguments("hello", "Template format error: unsupported structure."),
                arguments("[1, 2]", "Template format error: unsupported structure."),
                arguments("a: [", "Template format error: YAML not well-formed. (line 1, column 5)"),
                arguments("{\"a\": }", "Template format error: JSON not well-formed. (line 1, column 7)"),
                arguments("{\"Resources\": {}} x", "Template format error: JSON not well-formed. (line 1, column 19)"),
                arguments("Resources: {}",
                        "Template format error: At least one Resources member must be defined."),
                arguments("Parameters: {}",
                        "Template format error: At least one Resources member must be defined."),
                arguments("Resources: []", "Template format error: Resources must be an object."),
                arguments("Foo: 1\nResources: {%s}".formatted(VPC), "Invalid template property or properties [Foo]"),
                arguments("Transform: x\nResources: {%s}".formatted(VPC),
                        "Template format error: the cloud does not play the section Transform"),
                arguments("AWSTemplateFormatVersion: 2011-01-01\nResources: {%s}".formatted(VPC),
                        "Template format error: unsupported value for AWSTemplateFormatVersion."),
                arguments("Resources: {my-vpc: {Type: 'AWS::EC2::VPC'}}",
                        "Template format error: Resource name my-vpc is non alphanumeric."),
                arguments("Resources: {Vpc: {Properties: {}}}",
                        "Template format error: [/Resources/Vpc] Every Resources object must contain a Type member."),
                arguments("Resources: {Vpc: {Type: 'AWS::EC2::VPC', Color: red}}",
                        "Invalid template resource property 'Color'"),
                arguments("Resources: {Vpc: {Type: 'AWS::EC2::VPC', Properties: {CidrBlock: }}}",
                        "Template format error: [/Resources/Vpc/Properties/CidrBlock] 'null' values are not allowed in templates"),
                arguments(
                        "Resources: {%s, S: {Type: 'AWS::EC2::Subnet', Properties: {VpcId: !Ref Vpx}}}".formatted(VPC),
                        "Template format error: Unresolved resource dependencies [Vpx] in the Resources block of the template"),
                arguments("Resources: {%s, S: {Type: 'AWS::EC2::Subnet', DependsOn: [Vpc, Vpx]}}".formatted(VPC),
                        "Template format error: Unresolved resource dependencies [Vpx] in the Resources block of the template"),
                arguments(
                        "Resources: {%s, S: {Type: 'AWS::EC2::Subnet', Properties: {Name: !Sub '${Vpx}-${AWS::Region}'}}}"
                                .formatted(VPC),
                        "Template format error: Unresolved resource dependencies [Vpx] in the Resources block of the template"),
                arguments("Resources: {%s}\nOutputs: {Id: {Value: !Ref Vpx}}".formatted(VPC),
                        "Template format error: Unresolved resource dependencies [Vpx] in the Outputs block of the template"),
                arguments("Resources: {%s}\nOutputs: {Id: {Value: !GetAtt Vpx.CidrBlock}}".formatted(VPC),
                        "Template error: instance of Fn::GetAtt references undefined resource Vpx"),
                arguments("Resources: {%s}\nOutputs: {Id: {Description: none}}".formatted(VPC),
                        "Template format error: Every Outputs member must contain a Value object"),
                arguments("Resources: {%s}\nOutputs: {Id: {Value: !ImportValue other}}".formatted(VPC),
                        "Template format error: the cloud does not play the function Fn::ImportValue"),
                arguments("Resources: {%s}\nOutputs: {Id: {Value: x, Export: {Name: y}}}".formatted(VPC),
                        "Template format error: the cloud does not play exports (output Id)"),
                arguments("Resources: {%s, S: {Type: 'AWS::EC2::Subnet', Condition: Never}}".formatted(VPC),
                        "Template format error: Unresolved condition dependency Never in the template"),
                arguments("Conditions: {C: !Equals [!Ref Vpc, x]}\nResources: {%s}".formatted(VPC),
                        "Template format error: Unresolved dependencies [Vpc]. Cannot reference resources in the Conditions block "
                                + "of the template"),
                arguments(
                        "Resources: {A: {Type: T, DependsOn: B}, B: {Type: T, DependsOn: C}, C: {Type: T, DependsOn: A}, "
                                + "D: {Type: T, DependsOn: A}}",
                        "Circular dependency between resources: [A, B, C]"),
                arguments("Resources: {A: {Type: T, Properties: {X: !Ref A}}}",
                        "Circular dependency between resources: [A]"),
                arguments("Parameters: {P: {Default: x}}\nResources: {%s}".formatted(VPC),
                        "Template format error: Every Parameters object must contain a Type member."),
                arguments("Parameters: {P: {Type: Text}}\nResources: {%s}".formatted(VPC),
                        "Template format error: Unrecognized parameter type: Text"),
                arguments("Parameters: {P: {Type: String, Colour: x}}\nResources: {%s}".formatted(VPC),
                        "Invalid template parameter property 'Colour'"),
                arguments("Parameters: {P: {Type: Number, Default: 9, MaxValue: 5}}\nResources: {%s}".formatted(VPC),
                        "Template format error: Parameter 'P' must be a number not greater than 5 (its Default)"),
                arguments("Resources: {Vpc: &v {Type: 'AWS::EC2::VPC'}, Other: *v}",
                        "Template error: YAML aliases are not allowed in CloudFormation templates"),
                arguments("Resources: {Vpc: {Type: 'AWS::EC2::VPC', Properties: {Name: !Sub '${my-name}'}}}",
                        "Template error: variable names in Fn::Sub syntax must contain only alphanumeric characters, underscores, "
                                + "periods, and colons"));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource
    void aParameterThatBreaksItsRuleIsRefused(String rules, String value, String message) {
        Template template = read("Parameters: {P: {%s}}\nResources: {%s}".formatted(rules, VPC));
        assertThat(Plan.of(template, Map.of("P", value), WHERE)).isEqualTo(new Checked.Bad<>(message));
    }

    static Stream<Arguments> aParameterThatBreaksItsRuleIsRefused() {
        return Stream.of(
                arguments("Type: String, AllowedValues: [a, b]", "c", "Parameter 'P' must be one of AllowedValues"),
                arguments("Type: String, AllowedPattern: '[a-z]+'", "C", "Parameter 'P' must match pattern [a-z]+"),
                arguments("Type: String, MinLength: 3", "ab", "Parameter 'P' must contain at least 3 characters"),
                arguments("Type: String, MaxLength: 3", "abcd", "Parameter 'P' must contain at most 3 characters"),
                arguments("Type: Number", "many", "Parameter 'P' must be a number"),
                arguments("Type: Number, MinValue: 1", "0", "Parameter 'P' must be a number not less than 1"),
                arguments("Type: Number, MaxValue: 5.5", "6", "Parameter 'P' must be a number not greater than 5.5"),
                arguments("Type: List<Number>, MaxValue: 5", "1, 2,6",
                        "Parameter 'P' must be a number not greater than 5"),
                arguments("Type: String, AllowedPattern: '[a-z]+', ConstraintDescription: small letters", "C",
                        "Parameter P failed to satisfy constraint: small letters"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void parametersMustBeKnownAndHaveValues(Map<String, String> given, String message) {
        Template template = read("Parameters: {B: {Type: String}, A: {Type: String}}\nResources: {%s}".formatted(VPC));
        assertThat(Plan.of(template, given, WHERE)).isEqualTo(new Checked.Bad<>(message));
    }

    static Stream<Arguments> parametersMustBeKnownAndHaveValues() {
        return Stream.of(arguments(Map.of(), "Parameters: [A, B] must have values"),
                arguments(Map.of("A", "x"), "Parameters: [B] must have values"),
                arguments(Map.of("A", "x", "B", "y", "C", "z"), "Parameters: [C] do not exist in the template"));
    }

    private static final Surroundings WHERE = Surroundings.of("us-east-1", "123456789012", "probe", "arn:probe");

    private static Template read(String text) {
        return Template.read(text).orThrow(IllegalArgumentException::new);
    }
}
