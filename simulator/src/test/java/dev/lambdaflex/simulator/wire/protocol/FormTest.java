package dev.lambdaflex.simulator.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FormTest {

    @Test
    void readsListsOfStructuresInTheOrderOfTheirNumbers() {
        Form form = Form.parse("Parameters.member.10.ParameterKey=last&Parameters.member.2.ParameterKey=a+b&"
                + "Parameters.member.2.ParameterValue=%2B1&Other=x");
        assertThat(form.structures("Parameters")).extracting(it -> it.get("ParameterKey").orElse(""))
                .containsExactly("a b", "last");
        assertThat(form.structures("Parameters").getFirst().required("ParameterValue")).isEqualTo("+1");
    }

    @Test
    void readsListsWithinStructuresOfLists() {
        Form form = Form.parse("Filter.1.Name=vpc-id&Filter.1.Value.1=vpc-1&Filter.1.Value.2=vpc-2");
        assertThat(form.structures("Filter").getFirst().list("Value")).containsExactly("vpc-1", "vpc-2");
    }

    @Test
    void readsPlainListsAndMaps() {
        Form form = Form.parse("Names.member.1=a&Names.member.2=b&Tags.entry.1.key=k&Tags.entry.1.value=v");
        assertThat(form.list("Names")).containsExactly("a", "b");
        assertThat(form.map("Tags")).containsEntry("k", "v");
        assertThat(form.list("None")).isEmpty();
    }

    @Test
    void refusesBrokenEscapesAndMissingValues() {
        assertThatThrownBy(() -> Form.parse("a=%zz")).hasMessageContaining("MalformedQueryString");
        assertThatThrownBy(() -> Form.parse("").required("StackName"))
                .hasMessageContaining(
                        "Value null at 'stackName' failed to satisfy constraint: Member must not be null");
    }
}
