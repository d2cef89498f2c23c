package dev.lambdaflex.simulator.plane.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A child process for tests, with nothing but the JDK on its class path. */
public final class Workload {

    private Workload() {}

    public static void main(String[] args) throws Exception {
        if ("true".equals(System.getenv("LAMBDAFLEX_STOP_WITH_STDIN"))) {
            Thread.ofPlatform().daemon().start(Workload::stopWithStdin);
        }
        switch (args.length > 0 ? args[0] : System.getenv("MODE")) {
            case "function" -> FunctionLoop.run();
            case "server" -> Server.run();
            case "sleeper" -> sleep(args);
            default -> throw new IllegalArgumentException(String.join(" ", args));
        }
    }

    /**
     * How to start one: {@code function}, {@code server}, or {@code sleeper} with any number of lines to say first; without any,
     * the variable {@code MODE} tells.
     */
    public static List<String> command(String... mode) {
        List<String> jvm = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m", "-cp",
                Workload.class.getProtectionDomain().getCodeSource().getLocation().getPath(), Workload.class.getName());
        return Stream.concat(jvm.stream(), Stream.of(mode)).toList();
    }

    /** What {@code /blob} of the server answers. */
    public static byte[] blob() {
        return Server.blob();
    }

    /** What {@code /crc} of the server answers to {@code body}. */
    public static String crc(byte[] body) {
        return Long.toString(Server.crc(body));
    }

    private static void sleep(String[] args) throws InterruptedException {
        if ("stubborn".equals(System.getenv("TERM_MODE"))) {
            Runtime.getRuntime().addShutdownHook(new Thread(Workload::hang));
        }
        if (args.length == 0) {
            System.err.println("about to say");
            System.out.println("up");
        }
        for (int i = 1; i < args.length; i++) {
            System.out.println(args[i]);
            System.err.println("err " + args[i]);
        }
        TimeUnit.HOURS.sleep(1);
    }

    static void hang() {
        try {
            TimeUnit.HOURS.sleep(1);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stopWithStdin() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException _) {
            // The pipe is gone: so is the parent.
        }
        Runtime.getRuntime().halt(0);
    }

    static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }
}
