package dev.lambdaflex.simulator.wire.acm;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.lambdaflex.simulator.wire.Account;

/** The certificate of a zone: for its name and for every name one label below it. */
public record Certificate(String arn, String domain, List<String> names, Instant issued) {

    public Certificate {
        names = List.copyOf(names);
    }

    /**
     * The certificate of {@code zone}.
     *
     * @param zone its name without the final dot
     */
    public static Certificate of(String zone, Account account, Instant issued) {
        UUID id = UUID.nameUUIDFromBytes(("certificate " + zone).getBytes(StandardCharsets.UTF_8));
        return new Certificate(account.arn("acm", "certificate/" + id), "*." + zone, List.of("*." + zone, zone),
                issued);
    }
}
