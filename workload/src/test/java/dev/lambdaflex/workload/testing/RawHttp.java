package dev.lambdaflex.workload.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Writes bytes to a socket that no client would write, and reads what comes back. */
public final class RawHttp {

    private static final int QUIET_MILLIS = 500;

    private RawHttp() {}

    /** All that the server sends until it closes the connection or stays quiet after having answered. */
    public static String exchange(int port, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return read(socket);
        }
    }

    private static String read(Socket socket) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        byte[] chunk = new byte[8192];
        try {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                answer.write(chunk, 0, read);
                socket.setSoTimeout(QUIET_MILLIS);
            }
        } catch (SocketTimeoutException | SocketException quietOrReset) {
            if (answer.size() == 0) {
                throw quietOrReset;
            }
        }
        return answer.toString(StandardCharsets.ISO_8859_1);
    }
}
