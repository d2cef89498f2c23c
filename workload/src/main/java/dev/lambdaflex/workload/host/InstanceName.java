package dev.lambdaflex.workload.host;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Names for processes that nobody named: tier, process id, and chance, because in containers every process id is 1. */
final class InstanceName {

    private InstanceName() {}

    static String fresh(ServingTier tier) {
        String chance = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        // Not formatted(): it would be the only use of Formatter at a cold start, and costs that about 20 ms.
        return tier.label() + '-' + ProcessHandle.current().pid() + '-' + chance;
    }
}
