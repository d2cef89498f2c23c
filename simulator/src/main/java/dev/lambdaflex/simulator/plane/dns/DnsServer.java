package dev.lambdaflex.simulator.plane.dns;

import dev.lambdaflex.simulator.plane.CannotListen;
import dev.lambdaflex.simulator.plane.Endpoint;
import dev.lambdaflex.simulator.plane.Loop;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.datagram.DatagramPacket;
import io.vertx.core.datagram.DatagramSocket;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An authoritative name server on one address and port, over UDP and TCP. */
public final class DnsServer {

    private static final Logger LOG = LoggerFactory.getLogger(DnsServer.class);
    private static final int TCP_IDLE_SECONDS = 10;
    /** A port free for UDP may be taken for TCP: with port 0 the next draw helps. */
    private static final int DRAWS = 10;

    private final Loop loop;
    private final Replies replies;
    private final Endpoint endpoint;

    private DnsServer(Loop loop, Names names, Endpoint endpoint) {
        this.loop = loop;
        this.replies = new Replies(names);
        this.endpoint = endpoint;
    }

    /** Opens the server; fails with {@link CannotListen} when the port is taken. */
    public static Future<DnsServer> open(Vertx vertx, Endpoint at, Names names) {
        return open(vertx, at, names, at.port() == 0 ? DRAWS : 1);
    }

    private static Future<DnsServer> open(Vertx vertx, Endpoint at, Names names, int draws) {
        return Loop.create(vertx)
                .compose(loop -> loop.call(() -> listen(loop, at, names))
                        .recover(cause -> loop.close()
                                .transform(_ -> draws > 1
                                        ? open(vertx, at, names, draws - 1)
                                        : CannotListen.failed("the name server", at, cause))));
    }

    private static Future<DnsServer> listen(Loop loop, Endpoint at, Names names) {
        DatagramSocket udp = loop.vertx().createDatagramSocket();
        return udp.listen(at.port(), at.host()).compose(bound -> {
            DnsServer server = new DnsServer(loop, names, at.withPort(bound.localAddress().port()));
            bound.handler(packet -> server.datagram(bound, packet));
            return server.listenTcp();
        });
    }

    private Future<DnsServer> listenTcp() {
        NetServerOptions options = new NetServerOptions().setIdleTimeout(TCP_IDLE_SECONDS);
        return loop.vertx()
                .createNetServer(options)
                .connectHandler(this::connection)
                .listen(endpoint.port(), endpoint.host())
                .map(this);
    }

    /** Where it listens, with the port that was chosen. */
    public Endpoint endpoint() {
        return endpoint;
    }

    public Future<Void> close() {
        return loop.close();
    }

    private void datagram(DatagramSocket socket, DatagramPacket packet) {
        replies.overUdp(packet.data().getBytes())
                .ifPresent(reply -> socket
                        .send(Buffer.buffer(reply), packet.sender().port(), packet.sender().hostAddress())
                        .onFailure(e -> LOG.debug("reply to {} was not sent", packet.sender(), e)));
    }

    private void connection(NetSocket socket) {
        socket.exceptionHandler(e -> LOG.debug("connection of {} broke", socket.remoteAddress(), e));
        socket.handler(new TcpMessages(query -> replies.overTcp(query)
                .ifPresentOrElse(
                        reply -> socket.write(TcpMessages.framed(reply))
                                .onFailure(e -> LOG.debug("reply was not sent", e)),
                        () -> socket.close().onFailure(e -> LOG.debug("connection was closed already", e)))));
    }
}
