package dev.lambdaflex.simulator.journal;

import java.util.Arrays;
import java.util.zip.CRC32;

import dev.lambdaflex.simulator.wire.WireResponse;

/** A short sum of an answer, by which two answers with the same ids, times and words are the same. */
final class Check {

    private Check() {}

    /** The bytes are sorted first: some maps are told in an order that every JVM chooses anew. */
    static String of(WireResponse answer) {
        byte[] bytes = answer.body().getBytes();
        Arrays.sort(bytes);
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return "%d-%08x".formatted(answer.status(), sum.getValue());
    }
}
