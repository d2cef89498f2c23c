package dev.lambdaflex.simulator.wire.protocol;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import io.vertx.core.buffer.Buffer;

/** Reads XML into nodes. Document types and entities of the caller's own are refused: they read files and blow up memory. */
public final class XmlReader {

    /** Requests of Route 53 are eight elements deep. */
    private static final int DEEPEST = 32;
    private static final XMLInputFactory FACTORY = factory();

    private final Deque<Open> open = new ArrayDeque<>();

    private record Open(String name, StringBuilder text, List<XmlNode> children) {}

    private XmlReader() {}

    /**
     * The root element.
     *
     * @throws Refusal MalformedXML, when it is not well formed
     */
    public static XmlNode read(Buffer body) {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(body.getBytes()));
            return new XmlReader().root(reader);
        } catch (XMLStreamException broken) {
            throw malformed(String.valueOf(broken.getMessage()));
        }
    }

    private XmlNode root(XMLStreamReader reader) throws XMLStreamException {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> begin(reader.getLocalName());
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(reader.getText());
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw malformed("a document type or an entity (expected: neither)");
                case XMLStreamConstants.END_ELEMENT -> {
                    XmlNode ended = end();
                    if (open.isEmpty()) {
                        return ended;
                    }
                }
                default -> {
                }
            }
        }
        throw malformed("no element");
    }

    private void begin(String name) {
        if (open.size() == DEEPEST) {
            throw malformed("elements are nested deeper than " + DEEPEST);
        }
        open.push(new Open(name, new StringBuilder(), new ArrayList<>()));
    }

    private void text(String text) {
        if (!open.isEmpty()) {
            open.element().text.append(text);
        }
    }

    private XmlNode end() {
        Open ended = open.pop();
        XmlNode node = new XmlNode(ended.name, ended.children.isEmpty() ? ended.text.toString() : "", ended.children);
        if (!open.isEmpty()) {
            open.element().children.add(node);
        }
        return node;
    }

    private static Refusal malformed(String why) {
        return Refusal.of("MalformedXML", "The XML of the request is not well formed: " + why);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
