package dev.lambdaflex.provisioner.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LogTest extends ApiTestBase {

    private final Logger ours = (Logger) LoggerFactory.getLogger("dev.lambdaflex");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        ours.setLevel(Level.TRACE);
        log.start();
        ours.addAppender(log);
    }

    @AfterEach
    void deafen() {
        ours.detachAppender(log);
        ours.setLevel(Level.WARN);
    }

    @Test
    void writesAndRefusalsAreLoggedWithoutTheTokenAndOnOneLineEach() throws Exception {
        post(PETS + "/migrations/current/pause", "");
        apps.fails(new IllegalStateException("broken"));
        post(PETS + "/migrations/current/pause", "");
        await(request("POST", PETS + "/migrations").putHeader("Authorization", "Bearer wrong" + SECRET).send());
        get("/nope%0d%0aINFO%20all%20is%20well");
        get("/nope?token=" + SECRET);
        List<String> lines = log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        assertThat(lines).contains("pause of pets by operator from 127.0.0.1: 200",
                "refused with 401: POST /v1/apps/pets/migrations from 127.0.0.1");
        assertThat(lines).hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(line -> assertThat(line).doesNotContain(SECRET, "\n", "\r"));
    }
}
