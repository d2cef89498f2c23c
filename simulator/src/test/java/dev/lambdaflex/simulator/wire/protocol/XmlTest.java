package dev.lambdaflex.simulator.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.vertx.core.buffer.Buffer;

class XmlTest {

    @Test
    void readsWhatItWrites() {
        Buffer document = Xml.document("Zones", "https://example.test/", xml -> xml.text("Name", "a & <b>")
                .text("Absent", Optional.empty())
                .texts("Ids", "Id", List.of(1, 2))
                .list("Zones", "Zone", List.of("x"), (zone, name) -> zone.text("Name", name)));
        XmlNode root = XmlReader.read(document);
        assertThat(root.name()).isEqualTo("Zones");
        assertThat(root.textOf("Name")).contains("a & <b>");
        assertThat(root.child("Absent")).isEmpty();
        assertThat(root.child("Ids").orElseThrow().children("Id")).extracting(XmlNode::text).containsExactly("1", "2");
        assertThat(root.child("Zones").flatMap(it -> it.child("Zone")).flatMap(it -> it.textOf("Name"))).contains("x");
    }

    @Test
    void refusesDocumentTypesAndEntities() {
        refused("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>");
        refused("<!DOCTYPE a><a/>");
        refused("<a>&x;</a>");
    }

    @Test
    void refusesWhatIsNotWellFormed() {
        refused("");
        refused("<a>");
        refused("<a></b>");
        refused("plain");
        refused("<a>".repeat(33) + "</a>".repeat(33));
    }

    private static void refused(String text) {
        assertThatThrownBy(() -> XmlReader.read(Buffer.buffer(text))).as(text)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("MalformedXML");
    }
}
