package dev.lambdaflex.provisioner.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;

import io.vertx.core.Vertx;
import org.junit.jupiter.api.Test;

/** The API when other machines may ask it. */
class RemoteAccessTest extends ApiTestBase {

    @Override
    ApiConfig config() {
        return new ApiConfig("0.0.0.0", 0, Token.of(SECRET), true, Set.of("flex.example"));
    }

    @Test
    void readsNeedTheTokenToo() throws Exception {
        for (String path : List.of("/v1/apps", PETS, PETS + "/weights", PETS + "/events", "/metrics")) {
            assertRefused(get(path), 401, "Authorization: no valid token");
            assertThat(await(write("GET", path).send()).statusCode()).as(path).isEqualTo(200);
        }
        assertRefused(await(request("GET", PETS + "/events").putHeader("Accept", "text/event-stream").send()), 401,
                "Authorization: no valid token");
    }

    @Test
    void whatTellsNothingOfAppsStaysOpen() throws Exception {
        for (String path : List.of("/", "/healthz", "/readyz", "/openapi.yaml", "/page/page.js")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void itIsReachedByTheNamesThatWereGiven() throws Exception {
        assertThat(await(request("GET", "/healthz").putHeader("Host", "flex.example").send()).statusCode())
                .isEqualTo(200);
        assertRefused(await(request("GET", "/healthz").putHeader("Host", "other.example").send()), 421,
                "Host: 'other.example'");
    }

    @Test
    void aPortInUseIsNamedInOneSentence(Vertx vertx) {
        ApiConfig taken = ApiConfig.local(api().port(), Token.of(SECRET));
        assertThatThrownBy(() -> await(ControlApi.start(vertx, taken, apps))).cause()
                .hasMessageStartingWith("127.0.0.1:%d cannot be bound: ".formatted(api().port()));
    }
}
