package dev.lambdaflex.simulator.wire.ecs;

import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lambdaflex.simulator.wire.protocol.Input;
import dev.lambdaflex.simulator.wire.protocol.PageToken;
import dev.lambdaflex.simulator.wire.protocol.Refusal;
import dev.lambdaflex.simulator.wire.protocol.Trees;

/** Lists of ARNs by the page. */
final class Pages {

    private static final int MOST = 100;

    private Pages() {}

    /** The page of {@code arns} that {@code input} asks for; so many on one unless it says how many. */
    static ObjectNode of(Input input, int usually, String name, List<String> arns) {
        int size = input.integer("maxResults").orElse(usually);
        if (size < 1 || size > MOST) {
            throw Refusal.of("InvalidParameterException", "maxResults: %d (expected: 1 to %d)".formatted(size, MOST));
        }
        PageToken.Page<String> page = PageToken.page(arns, input.text("nextToken"), size,
                () -> Refusal.of("InvalidParameterException", "Invalid token"));
        ObjectNode answer = Trees.object();
        ArrayNode list = answer.putArray(name);
        page.items().forEach(list::add);
        page.next().ifPresent(token -> answer.put("nextToken", token));
        return answer;
    }
}
