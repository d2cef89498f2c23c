package dev.lambdaflex.simulator.wire.ec2;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import dev.lambdaflex.simulator.wire.WireRequest;
import dev.lambdaflex.simulator.wire.WireResponse;
import dev.lambdaflex.simulator.wire.protocol.Answers;
import dev.lambdaflex.simulator.wire.protocol.Form;
import dev.lambdaflex.simulator.wire.protocol.PageToken;
import dev.lambdaflex.simulator.wire.protocol.PageToken.Page;
import dev.lambdaflex.simulator.wire.protocol.Refusal;

/**
 * One Describe operation.
 *
 * @param ids     the parameter that names things: {@code VpcId}
 * @param set     the element around them: {@code vpcSet}
 * @param missing the error code and the words for a thing that is not there
 * @param filters what can be filtered by, besides tags
 */
record Listing(String operation, String ids, String set, Missing missing, Set<String> filters,
        Supplier<List<Item>> items) {

    static final String NAMESPACE = "http://ec2.amazonaws.com/doc/2016-11-15/";
    private static final int PAGE = 1_000;

    /** @param words with one place for the id */
    record Missing(String code, String words) {

        Refusal of(String id) {
            return Refusal.of(code, words.formatted(id));
        }
    }

    WireResponse answer(WireRequest request) {
        Form form = Form.of(request);
        Filters wanted = Filters.of(form, filters);
        List<Item> all = items.get();
        List<String> asked = form.list(ids);
        for (String id : asked) {
            if (all.stream().noneMatch(item -> item.id().equals(id))) {
                throw missing.of(id);
            }
        }
        List<Item> chosen = all.stream()
                .filter(item -> (asked.isEmpty() || asked.contains(item.id())) && wanted.pass(item))
                .toList();
        Page<Item> page = PageToken.page(chosen, form.get("NextToken"), size(form),
                () -> Refusal.of("InvalidParameterValue", "Invalid value for parameter NextToken"));
        return Answers.ec2(request, operation, NAMESPACE, xml -> xml
                .list(set, "item", page.items(), (to, item) -> item.write(to))
                .text("nextToken", page.next()));
    }

    private static int size(Form form) {
        return form.get("MaxResults")
                .filter(text -> text.matches("[0-9]{1,4}"))
                .map(Integer::parseInt)
                .map(given -> Math.clamp(given, 5, PAGE))
                .orElse(PAGE);
    }
}
