package dev.lambdaflex.simulator.wire.protocol;

import java.util.List;
import java.util.Optional;

/**
 * One element of a request's XML; namespaces are left out, for AWS does not ask for them.
 *
 * @param text what stands in it, outside its children
 */
public record XmlNode(String name, String text, List<XmlNode> children) {

    public XmlNode {
        children = List.copyOf(children);
    }

    /** The first child of that name. */
    public Optional<XmlNode> child(String wanted) {
        return children.stream().filter(node -> node.name.equals(wanted)).findFirst();
    }

    public List<XmlNode> children(String wanted) {
        return children.stream().filter(node -> node.name.equals(wanted)).toList();
    }

    /** The text of the first child of that name. */
    public Optional<String> textOf(String wanted) {
        return child(wanted).map(XmlNode::text);
    }
}
