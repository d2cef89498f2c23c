package dev.lambdaflex.simulator.wire.protocol;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import io.vertx.core.buffer.Buffer;

/** Writes one XML document, element by element. */
public final class Xml {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final XMLStreamWriter writer;

    private Xml(XMLStreamWriter writer) {
        this.writer = writer;
    }

    /** A document whose elements all belong to {@code namespace}; to none when it is empty. */
    public static Buffer document(String root, String namespace, Consumer<Xml> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter writer = FACTORY.createXMLStreamWriter(bytes, "UTF-8");
            writer.writeStartDocument("UTF-8", "1.0");
            writer.writeStartElement(root);
            if (!namespace.isEmpty()) {
                writer.writeDefaultNamespace(namespace);
            }
            content.accept(new Xml(writer));
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException unwritable) {
            throw new IllegalStateException(unwritable);
        }
        return Buffer.buffer(bytes.toByteArray());
    }

    public Xml element(String name, Consumer<Xml> content) {
        return written(() -> {
            writer.writeStartElement(name);
            content.accept(this);
            writer.writeEndElement();
        });
    }

    public Xml text(String name, Object value) {
        return written(() -> {
            writer.writeStartElement(name);
            writer.writeCharacters(value.toString());
            writer.writeEndElement();
        });
    }

    /** The element, unless there is no value. */
    public Xml text(String name, Optional<?> value) {
        value.ifPresent(present -> text(name, (Object) present));
        return this;
    }

    /** {@code <name><member>…</member><member>…</member></name>}, empty lists included, as AWS writes them. */
    public <T> Xml list(String name, String member, Iterable<T> items, BiConsumer<Xml, T> content) {
        return element(name, list -> items.forEach(item -> list.element(member, xml -> content.accept(xml, item))));
    }

    /** A list of plain values. */
    public Xml texts(String name, String member, Iterable<?> values) {
        return element(name, list -> values.forEach(value -> list.text(member, value)));
    }

    private Xml written(Step step) {
        try {
            step.write();
        } catch (XMLStreamException unwritable) {
            throw new IllegalStateException(unwritable);
        }
        return this;
    }

    @FunctionalInterface
    private interface Step {
        void write() throws XMLStreamException;
    }
}
