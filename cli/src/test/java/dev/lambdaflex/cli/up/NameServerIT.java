package dev.lambdaflex.cli.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import dev.lambdaflex.cli.follow.Chronicle;
import dev.lambdaflex.cli.follow.Moment;
import dev.lambdaflex.cli.api.ApiClient;
import dev.lambdaflex.cli.console.StateFolder;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** The running system as any resolver of the internet would see it. */
class NameServerIT {

    private static final int QUERIES = 1_000;
    /** Five standard deviations of the number of answers at 25 % of a thousand: a false alarm in two million runs. */
    private static final int TOLERANCE = 69;

    @Test
    void aThousandAnswersFollowTheWeights(@TempDir Path folder) throws IOException, InterruptedException {
        try (Town town = Town.start(Towns.options(SampleApp.in(folder), folder, 200, 1), _ -> {});
                ApiClient api = new ApiClient(town.apiUrl(), new StateFolder(folder).token())) {
            Chronicle chronicle = new Chronicle(api, "shop");
            api.post("/v1/apps/shop/migrations", new JsonObject().put("to", "FARGATE"));
            reached(chronicle, app -> app.phase().equals("shifting-up"));
            String version = api.get("/v1/apps/shop/weights").etag().orElseThrow();
            api.put("/v1/apps/shop/weights", version, new JsonObject().put("fargatePercent", 25)
                    .put("reason", "a test")
                    .put("override", new JsonArray().add("max-jump")));
            reached(chronicle, app -> app.live().equals(Optional.of(25.0)) && app.inSync());
            Map<String, Integer> answers = answers(town);
            assertThat(answers).containsOnlyKeys("127.0.0.10", "127.0.0.11");
            assertThat(answers.get("127.0.0.11")).isBetween(QUERIES / 4 - TOLERANCE, QUERIES / 4 + TOLERANCE);
        }
    }

    private static Map<String, Integer> answers(Town town) throws IOException {
        SimpleResolver resolver = new SimpleResolver("127.0.0.1");
        resolver.setPort(town.cloud().ready().getInteger("dnsPort"));
        Record question = Record.newRecord(Name.fromString(town.options().app().host() + "."), Type.A, DClass.IN);
        Map<String, Integer> answers = new HashMap<>();
        for (int i = 0; i < QUERIES; i++) {
            Message answer = resolver.send(Message.newQuery(question));
            answers.merge(answer.getSection(Section.ANSWER).getFirst().rdataToString(), 1, Integer::sum);
        }
        return answers;
    }

    private static void reached(Chronicle chronicle, Predicate<Moment> wanted) {
        await().atMost(Duration.ofSeconds(60)).until(() -> chronicle.now().filter(wanted).isPresent());
    }
}
