package dev.lambdaflex.simulator.template;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import dev.lambdaflex.simulator.template.Value.Items;
import dev.lambdaflex.simulator.template.Value.Text;

/** Cuts a block of addresses: {@code [10.0.0.0/16, 2, 12]} is 10.0.0.0/20 and 10.0.16.0/20. */
final class Cidr {

    private static final Pattern BLOCK = Pattern
            .compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");

    private Cidr() {}

    static Items of(List<String> arguments) {
        if (arguments.size() != 3) {
            throw new Refusal(
                    "Template error: every Fn::Cidr object requires an IP block, a count and the bits of a subnet");
        }
        Matcher block = BLOCK.matcher(arguments.get(0));
        int count = number(arguments.get(1));
        int bits = number(arguments.get(2));
        if (!block.matches() || bits < 1 || bits > 30 || count < 1 || count > 256
                || Integer.parseInt(block.group(5)) > 32 - bits) {
            throw refusal(arguments);
        }
        long first = address(block, arguments);
        long size = 1L << bits;
        long room = 1L << (32 - Integer.parseInt(block.group(5)));
        if (count * size > room) {
            throw refusal(arguments);
        }
        return new Items(IntStream.range(0, count)
                .<Value>mapToObj(i -> new Text(text(first + i * size) + "/" + (32 - bits)))
                .toList());
    }

    private static Refusal refusal(List<String> arguments) {
        return new Refusal("Template error: Fn::Cidr cannot cut %s into %s blocks of %s bits"
                .formatted(arguments.get(0), arguments.get(1), arguments.get(2)));
    }

    private static int number(String text) {
        return Parameter.number(text).map(Number::intValue).orElse(0);
    }

    private static long address(Matcher block, List<String> arguments) {
        long address = 0;
        for (int i = 1; i <= 4; i++) {
            int octet = Integer.parseInt(block.group(i));
            if (octet > 255) {
                throw refusal(arguments);
            }
            address = address << 8 | octet;
        }
        return address;
    }

    private static String text(long address) {
        return "%d.%d.%d.%d".formatted(address >> 24 & 255, address >> 16 & 255, address >> 8 & 255, address & 255);
    }
}
