package dev.lambdaflex.simulator.plane.dns;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Turns the bytes of a query into the bytes of a reply, whatever those bytes are. */
final class Replies {

    /** What fits a datagram on every path without fragments (DNS flag day 2020). */
    static final int EDNS_PAYLOAD = 1_232;
    private static final int PLAIN_PAYLOAD = 512;
    private static final int TCP_PAYLOAD = 65_535;
    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);

    private final Names names;

    Replies(Names names) {
        this.names = names;
    }

    Optional<byte[]> overUdp(byte[] query) {
        return reply(query, false);
    }

    Optional<byte[]> overTcp(byte[] query) {
        return reply(query, true);
    }

    /** Empty where silence is right: no header to answer to, or a reply, which answered would go round for ever. */
    private Optional<byte[]> reply(byte[] bytes, boolean tcp) {
        Header header;
        try {
            header = new Header(bytes);
        } catch (IOException _) {
            return Optional.empty();
        }
        if (header.getFlag(Flags.QR)) {
            return Optional.empty();
        }
        try {
            Message query = new Message(bytes);
            return Optional.of(answer(query).toWire(tcp ? TCP_PAYLOAD : payload(query)));
        } catch (IOException | RuntimeException e) {
            // The parser throws both at what it cannot read.
            LOG.debug("no query: {} bytes", bytes.length, e);
            return Optional.of(bare(header, Rcode.FORMERR).toWire());
        }
    }

    private Message answer(Message query) {
        Header header = query.getHeader();
        OPTRecord edns = query.getOPT();
        if (header.getOpcode() != Opcode.QUERY) {
            return bare(header, Rcode.NOTIMP);
        }
        if (header.getCount(Section.QUESTION) != 1) {
            return bare(header, Rcode.FORMERR);
        }
        Message reply = bare(header, Rcode.NOERROR);
        reply.addRecord(query.getQuestion(), Section.QUESTION);
        if (edns != null && edns.getVersion() > 0) {
            reply.addRecord(new OPTRecord(EDNS_PAYLOAD, Rcode.BADVERS >> 4, 0), Section.ADDITIONAL);
            return reply;
        }
        fill(reply, query.getQuestion());
        if (edns != null) {
            reply.addRecord(new OPTRecord(EDNS_PAYLOAD, 0, 0), Section.ADDITIONAL);
        }
        return reply;
    }

    private void fill(Message reply, Record question) {
        switch (question.getType()) {
            // Transfers are not for strangers; ANY may be refused (RFC 8482).
            case Type.AXFR, Type.IXFR, Type.ANY -> reply.getHeader().setRcode(Rcode.REFUSED);
            default -> {
                if (question.getDClass() == DClass.IN) {
                    resolve(question, reply);
                } else {
                    reply.getHeader().setRcode(Rcode.REFUSED);
                }
            }
        }
    }

    /** A bug in the zone is the answer SERVFAIL, not the end of the server. */
    private void resolve(Record question, Message reply) {
        try {
            Records.write(names.resolve(spelled(question), question.getType()), question, reply);
        } catch (RuntimeException e) {
            LOG.warn("no answer about {}", question.getName(), e);
            reply.getHeader().setRcode(Rcode.SERVFAIL);
        }
    }

    private static String spelled(Record question) {
        return question.getName().toString(true).toLowerCase(Locale.ROOT);
    }

    private static int payload(Message query) {
        OPTRecord edns = query.getOPT();
        return edns == null ? PLAIN_PAYLOAD : Math.clamp(edns.getPayloadSize(), PLAIN_PAYLOAD, EDNS_PAYLOAD);
    }

    private static Message bare(Header query, int rcode) {
        Message reply = new Message(query.getID());
        Header header = reply.getHeader();
        header.setFlag(Flags.QR);
        header.setOpcode(query.getOpcode());
        header.setRcode(rcode);
        if (query.getFlag(Flags.RD)) {
            header.setFlag(Flags.RD);
        }
        return reply;
    }
}
