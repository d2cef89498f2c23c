package dev.lambdaflex.simulator.template;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

import dev.lambdaflex.simulator.template.Value.Call;
import dev.lambdaflex.simulator.template.Value.Fields;
import dev.lambdaflex.simulator.template.Value.Items;
import dev.lambdaflex.simulator.template.Value.Text;

/** Reads YAML with the short tags of CloudFormation. Scalars stay as they are written: {@code 0644} is no octal number here. */
final class Yaml {

    private static final int DEEPEST = 60;

    private Yaml() {}

    static Value read(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        try {
            Node root = new Composer(new NoAliases(text, options), new Resolver(), options).getSingleNode();
            if (root == null) {
                throw new Refusal("Template format error: unsupported structure.");
            }
            return value(root, "");
        } catch (MarkedYAMLException e) {
            throw new Refusal("Template format error: YAML not well-formed. " + place(e.getProblemMark()));
        } catch (YAMLException e) {
            throw new Refusal("Template format error: YAML not well-formed. (" + e.getMessage() + ")");
        }
    }

    private static Value value(Node node, String path) {
        String tag = node.getTag().getValue();
        if (!tag.startsWith("!")) {
            return plain(node, path);
        }
        String function = Functions.played(Functions.ofTag(tag));
        Value argument = plain(node, path + "/" + function);
        boolean dotted = function.equals(Functions.GET_ATT) && argument instanceof Text;
        return new Call(function, dotted ? Attributes.split(argument) : argument);
    }

    private static Value plain(Node node, String path) {
        return switch (node) {
            case ScalarNode scalar -> scalar(scalar, path);
            case SequenceNode sequence -> items(sequence, path);
            case MappingNode mapping -> fields(mapping, path);
            default -> throw new Refusal("Template format error: unsupported structure at " + path);
        };
    }

    private static Value scalar(ScalarNode node, String path) {
        if (node.getTag().equals(Tag.NULL)) {
            throw new Refusal("Template format error: [%s] 'null' values are not allowed in templates"
                    .formatted(path.isEmpty() ? "/" : path));
        }
        return new Text(node.getValue());
    }

    private static Value items(SequenceNode node, String path) {
        List<Value> items = new ArrayList<>();
        for (Node item : node.getValue()) {
            items.add(value(item, path + "/" + items.size()));
        }
        return new Items(items);
    }

    private static Value fields(MappingNode node, String path) {
        Map<String, Value> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new Refusal("Template format error: unsupported structure at " + path);
            }
            if (key.getTag().equals(Tag.MERGE)) {
                throw new Refusal("Template error: YAML merges are not allowed in CloudFormation templates");
            }
            fields.put(key.getValue(), value(tuple.getValueNode(), path + "/" + key.getValue()));
        }
        return Calls.found(new Fields(fields));
    }

    private static String place(Mark mark) {
        return mark == null ? "" : "(line %d, column %d)".formatted(mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** CloudFormation takes no aliases; without them no small template can unfold to a large one either. */
    private static final class NoAliases extends ParserImpl {

        NoAliases(String text, LoaderOptions options) {
            super(new StreamReader(new StringReader(text)), options);
        }

        @Override
        public boolean checkEvent(Event.ID choice) {
            if (super.checkEvent(Event.ID.Alias)) {
                throw new Refusal("Template error: YAML aliases are not allowed in CloudFormation templates");
            }
            return super.checkEvent(choice);
        }
    }
}
