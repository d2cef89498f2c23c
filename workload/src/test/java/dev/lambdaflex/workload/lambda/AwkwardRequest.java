package dev.lambdaflex.workload.lambda;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;

/** A request of the kinds that break gateways: odd paths, queries, headers, cookies and bodies, and odd answers asked for. */
record AwkwardRequest(String method, String path, String query, List<Map.Entry<String, String>> headers, String cookie,
        Buffer body) {

    private static final List<String> METHODS = List.of("GET", "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD",
            "OPTIONS",
            "PROPFIND", "QUERY");
    private static final List<String> SEGMENTS = List.of("a", "a%20b", "%2F", "%2f", "%E6%97%A5", "", ".", "..",
            "%2e%2e",
            ";v=1,2", "a+b", "~x", "(y)", "'", "*", "@:", "a=b&c", "%C3%28", "%00", "%25", "%7Bid%7D", "$", "!",
            "x".repeat(2_000));
    private static final List<String> QUERIES = List.of("", "", "a=1&a=2", "=", "&&", "a", "a=", "a=%26%3D", "q=+",
            "q=%2B",
            "x[]=1&y={}", "a=b=c", "u=http://h/p?q", "%E6%97%A5=1", "e=%C3%28", "p=100%", "q=\"|^`<>\"",
            "l=" + "y".repeat(2_000));
    private static final List<Map.Entry<String, String>> HEADERS = List.of(Map.entry("X-Mixed-Case", "Yes"),
            Map.entry("accept", "*/*"), Map.entry("x-empty", ""), Map.entry("x-latin", "caf\u00E9 \u00FF"),
            Map.entry("x-comma", "a, b,c"), Map.entry("x-quoted", "\"a\\\"b\""), Map.entry("x-long", "z".repeat(4_000)),
            Map.entry("content-type", "text/plain; charset=\"utf-8\""), Map.entry("authorization", "Bearer a.b-c"),
            Map.entry("if-none-match", "W/\"abc\", \"d\""), Map.entry("range", "bytes=0-1"),
            Map.entry("accept-encoding", "gzip, br"), Map.entry("x-tab", "a\tb"),
            Map.entry("date", "Tue, 24 Nov 2026 12:00:00 GMT"),
            Map.entry("x-forwarded-proto", "https"), Map.entry("x-amzn-trace-id", "Root=1-1-1"),
            Map.entry("x!#$%&'*+.^_`|~", "1"));
    private static final List<String> COOKIES = List.of("", "", "a=1", "a=1; b=two; c=", "a=\"q\"; a=2",
            "j={%22k%22:1}");
    private static final List<String> STATUSES = List.of("200", "200", "201", "204", "301", "304", "400", "404", "418",
            "429",
            "500", "503", "599");
    private static final List<String> ANSWERS = List.of("echo", "empty", "nul", "latin1", "utf8", "controls", "large");
    private static final List<Buffer> BODIES = List.of(Buffer.buffer(new byte[0]), Buffer.buffer(new byte[0]),
            Buffer.buffer("Zo\u00EB says \"hi\"\n"),
            Buffer.buffer(new byte[]{0, 1, (byte) 0xFF, (byte) 0xFE, 13, 10}), Buffer.buffer("{\"a\":[1,2,{}]}"),
            Buffer.buffer(new byte[]{(byte) 0xC3, 0x28}),
            Buffer.buffer("\u65E5\u672C\uD83E\uDD81"), Buffer.buffer("\u0001\u001B[31m"),
            Buffer.buffer(new byte[100_000]),
            Buffer.buffer("a=1&b=%26"));

    static Stream<AwkwardRequest> stream(long seed, int count) {
        RandomGenerator random = RandomGeneratorFactory.<RandomGenerator>of("L64X128MixRandom").create(seed);
        return Stream.generate(() -> draw(random)).limit(count);
    }

    private static AwkwardRequest draw(RandomGenerator random) {
        StringBuilder path = new StringBuilder();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            path.append('/').append(pick(SEGMENTS, random));
        }
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        List<Map.Entry<String, String>> left = new ArrayList<>(HEADERS);
        for (int i = random.nextInt(5); i > 0; i--) {
            headers.add(left.remove(random.nextInt(left.size())));
        }
        headers.add(Map.entry("x-want-status", pick(STATUSES, random)));
        headers.add(Map.entry("x-want-answer", pick(ANSWERS, random)));
        return new AwkwardRequest(pick(METHODS, random), path.toString(), pick(QUERIES, random), headers,
                pick(COOKIES, random), pick(BODIES, random));
    }

    /** What the app answers to it. */
    static Buffer answer(String wanted, Buffer body) {
        return switch (wanted) {
            case "empty" -> Buffer.buffer();
            case "nul" -> Buffer.buffer(new byte[]{0, 0, 0});
            case "latin1" -> Buffer.buffer("caf\u00E9".getBytes(StandardCharsets.ISO_8859_1));
            case "utf8" -> Buffer.buffer("\u65E5\u672C \u2028 </script>");
            case "controls" -> Buffer.buffer("a\u0007b\u007Fc");
            case "large" -> Buffer.buffer("0123456789".repeat(50_000));
            default -> body;
        };
    }

    @Override
    public String toString() {
        return "%s %s?%s %s cookie=%s body=%d".formatted(method, path, query, headers, cookie, body.length());
    }

    private static <T> T pick(List<T> list, RandomGenerator random) {
        return list.get(random.nextInt(list.size()));
    }
}
