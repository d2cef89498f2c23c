package dev.lambdaflex.simulator.plane.dns;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Writes an {@link Answer} into a reply message. */
final class Records {

    // Serial and timers of the SOA that Route 53 gives a new zone.
    private static final long SERIAL = 1;
    private static final long REFRESH = 7_200;
    private static final long RETRY = 900;
    private static final long EXPIRE = 1_209_600;

    private Records() {}

    static void write(Answer answer, Record question, Message reply) {
        switch (answer) {
            case Answer.Addresses found -> addresses(found, question, reply);
            case Answer.Texts found -> {
                authoritative(reply);
                reply.addRecord(new TXTRecord(question.getName(), DClass.IN, found.ttlSeconds(), found.texts()),
                        Section.ANSWER);
            }
            case Answer.NoData(Answer.Zone zone) -> denial(zone, question, reply);
            case Answer.NoSuchName(Answer.Zone zone) -> {
                reply.getHeader().setRcode(Rcode.NXDOMAIN);
                denial(zone, question, reply);
            }
            case Answer.Refused() -> reply.getHeader().setRcode(Rcode.REFUSED);
        }
    }

    private static void addresses(Answer.Addresses found, Record question, Message reply) {
        authoritative(reply);
        for (InetAddress address : found.addresses()) {
            reply.addRecord(address(question.getName(), found.ttlSeconds(), address), Section.ANSWER);
        }
    }

    private static Record address(Name name, int ttl, InetAddress address) {
        return switch (address) {
            case Inet4Address four -> new ARecord(name, DClass.IN, ttl, four);
            case Inet6Address six -> new AAAARecord(name, DClass.IN, ttl, six);
            default -> throw new IllegalArgumentException("address: %s (expected: IPv4 or IPv6)".formatted(address));
        };
    }

    /** A denial carries the SOA, whose TTL and minimum tell resolvers how long to remember it (RFC 2308). */
    private static void denial(Answer.Zone zone, Record question, Message reply) {
        authoritative(reply);
        Name apex = name(zone.name());
        boolean askedForIt = question.getType() == Type.SOA && question.getName().equals(apex);
        reply.addRecord(soa(apex, zone.negativeTtlSeconds()), askedForIt ? Section.ANSWER : Section.AUTHORITY);
    }

    private static SOARecord soa(Name apex, int ttl) {
        return new SOARecord(apex, DClass.IN, ttl, under("ns", apex), under("hostmaster", apex), SERIAL, REFRESH, RETRY,
                EXPIRE, ttl);
    }

    private static void authoritative(Message reply) {
        reply.getHeader().setFlag(Flags.AA);
    }

    private static Name under(String label, Name apex) {
        return name(label + "." + apex);
    }

    private static Name name(String text) {
        try {
            return Name.fromString(text, Name.root);
        } catch (TextParseException e) {
            throw new IllegalArgumentException("zone: '%s' (expected: a domain name)".formatted(text), e);
        }
    }
}
