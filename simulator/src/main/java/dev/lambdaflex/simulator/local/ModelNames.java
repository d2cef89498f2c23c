package dev.lambdaflex.simulator.local;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

import dev.lambdaflex.simulator.model.zone.DnsAnswer;
import dev.lambdaflex.simulator.model.zone.HostedZone;
import dev.lambdaflex.simulator.model.zone.RecordType;
import dev.lambdaflex.simulator.plane.dns.Answer;
import dev.lambdaflex.simulator.plane.dns.Names;

/** The model's zone as the name server sees it: each query is one draw. */
final class ModelNames implements Names {

    private static final int NEGATIVE_TTL_SECONDS = 900;
    private static final int A = 1;
    private static final int TXT = 16;
    private static final int AAAA = 28;

    private final HostedZone zone;

    ModelNames(HostedZone zone) {
        this.zone = zone;
    }

    @Override
    public Answer resolve(String name, int type) {
        DnsAnswer answer = zone.answer(name + ".", type(type));
        return switch (answer.outcome()) {
            case ANSWER -> values(answer, type);
            case NO_DATA -> new Answer.NoData(apex());
            case NO_SUCH_NAME -> new Answer.NoSuchName(apex());
            case REFUSED -> new Answer.Refused();
        };
    }

    private Answer values(DnsAnswer answer, int type) {
        // A TTL below a second cannot be said on the wire: 0 keeps a resolver from remembering too long.
        int ttl = Math.toIntExact(answer.ttl().toSeconds());
        return switch (type) {
            case A, AAAA -> new Answer.Addresses(addresses(answer.values()), ttl);
            case TXT -> new Answer.Texts(answer.values().stream().map(ModelNames::unquoted).toList(), ttl);
            default -> new Answer.NoData(apex());
        };
    }

    private Answer.Zone apex() {
        String apex = zone.name();
        return new Answer.Zone(apex.substring(0, apex.length() - 1), NEGATIVE_TTL_SECONDS);
    }

    private static RecordType type(int type) {
        return switch (type) {
            case TXT -> RecordType.TXT;
            case AAAA -> RecordType.AAAA;
            default -> RecordType.A;
        };
    }

    private static List<InetAddress> addresses(List<String> values) {
        List<InetAddress> addresses = new ArrayList<>();
        for (String value : values) {
            try {
                addresses.add(InetAddress.getByName(value));
            } catch (UnknownHostException e) {
                throw new IllegalStateException("the zone holds '%s' (expected: a numeric address)".formatted(value),
                        e);
            }
        }
        return addresses;
    }

    private static String unquoted(String text) {
        return text.startsWith("\"") && text.endsWith("\"") ? text.substring(1, text.length() - 1) : text;
    }
}
