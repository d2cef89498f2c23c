package dev.lambdaflex.simulator.plane.balancer;

/** The answers that the balancer makes itself. */
enum OwnAnswer {
    /** The target refused or broke the connection, or answered nonsense. */
    BAD_GATEWAY(502, "502 Bad Gateway"),
    /** No target is registered. */
    UNAVAILABLE(503, "503 Service Temporarily Unavailable"),
    /** The target could not be reached in time, or was silent for too long. */
    TIMEOUT(504, "504 Gateway Time-out");

    final int status;
    private final String title;

    OwnAnswer(int status, String title) {
        this.status = status;
        this.title = title;
    }

    String page() {
        return "<html>\r\n<head><title>%1$s</title></head>\r\n<body>\r\n<center><h1>%1$s</h1></center>\r\n</body>\r\n</html>\r\n"
                .formatted(title);
    }
}
