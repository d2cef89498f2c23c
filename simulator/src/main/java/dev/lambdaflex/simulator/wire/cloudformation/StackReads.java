package dev.lambdaflex.simulator.wire.cloudformation;

import java.util.List;
import java.util.Optional;

import dev.lambdaflex.simulator.model.stack.StackEvent;
import dev.lambdaflex.simulator.model.stack.StackStatus;
import dev.lambdaflex.simulator.model.stack.StackView;
import dev.lambdaflex.simulator.model.stack.Stacks;
import dev.lambdaflex.simulator.wire.WireRequest;
import dev.lambdaflex.simulator.wire.WireResponse;
import dev.lambdaflex.simulator.wire.protocol.Answers;
import dev.lambdaflex.simulator.wire.protocol.Form;
import dev.lambdaflex.simulator.wire.protocol.PageToken;
import dev.lambdaflex.simulator.wire.protocol.PageToken.Page;
import dev.lambdaflex.simulator.wire.protocol.Refusal;

/** The operations that tell of stacks and their events. */
record StackReads(Stacks stacks) {

    static final int PAGE = 100;

    WireResponse describe(WireRequest request) {
        Form form = Form.of(request);
        Optional<String> name = form.get("StackName").filter(given -> !given.isEmpty());
        List<StackView> all = name.map(given -> List.of(Refusal.given(stacks.describe(given))))
                .orElseGet(() -> Refusal.given(stacks.list())
                        .stream()
                        .filter(stack -> stack.status() != StackStatus.DELETE_COMPLETE)
                        .toList());
        Page<StackView> page = page(all, form);
        return Answers.query(request, "DescribeStacks", CloudFormationWire.NAMESPACE,
                xml -> xml.list("Stacks", "member", page.items(), StackXml::whole).text("NextToken", page.next()));
    }

    WireResponse list(WireRequest request) {
        Form form = Form.of(request);
        List<String> wanted = form.list("StackStatusFilter");
        List<StackView> all = Refusal.given(stacks.list())
                .stream()
                .filter(stack -> wanted.isEmpty() || wanted.contains(stack.status().name()))
                .toList();
        Page<StackView> page = page(all, form);
        return Answers.query(request, "ListStacks", CloudFormationWire.NAMESPACE,
                xml -> xml.list("StackSummaries", "member", page.items(), StackXml::summary)
                        .text("NextToken", page.next()));
    }

    /** Events come in at the front, so that a token names the event that the page before ended with, not a count. */
    WireResponse events(WireRequest request) {
        Form form = Form.of(request);
        List<StackEvent> all = Refusal.given(stacks.events(form.required("StackName")));
        long before = form.get("NextToken").map(StackReads::number).orElse(Long.MAX_VALUE);
        List<StackEvent> rest = all.stream().filter(event -> event.number() < before).toList();
        List<StackEvent> page = rest.subList(0, Math.min(PAGE, rest.size()));
        Optional<String> next = rest.size() > PAGE
                ? Optional.of(PageToken.of(String.valueOf(page.getLast().number())))
                : Optional.empty();
        // The first event of all is the stack's own.
        StackEvent stack = all.getLast();
        return Answers.query(request, "DescribeStackEvents", CloudFormationWire.NAMESPACE,
                xml -> xml.list("StackEvents", "member", page, (to, event) -> StackXml.event(to, event, stack))
                        .text("NextToken", next));
    }

    static <T> Page<T> page(List<T> all, Form form) {
        return PageToken.page(all, form.get("NextToken"), PAGE, StackReads::broken);
    }

    private static long number(String token) {
        return PageToken.position(token)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElseThrow(StackReads::broken);
    }

    private static Refusal broken() {
        return Requests.invalid("NextToken is not valid");
    }
}
