package dev.lambdaflex.cli.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

import dev.lambdaflex.provisioner.reconcile.Outcome;
import dev.lambdaflex.provisioner.reconcile.Status;
import dev.lambdaflex.weights.migration.Phase;
import dev.lambdaflex.weights.migration.Request;
import dev.lambdaflex.weights.migration.Verb;
import dev.lambdaflex.weights.safety.SafetyRule;
import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;
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
    void aThousandAnswersFollowTheWeights(@TempDir Path folder) throws IOException {
        UpOptions options = new UpOptions(LocalPolicy.sample(), 0, 0, 0, folder, 200, 1,
                WorkloadCommand.sample(folder));
        try (Town town = Town.start(options)) {
            ask(town, new Verb.Start(Tier.FARGATE, Optional.empty()));
            reached(town, status -> status.state().phase() instanceof Phase.Shifting);
            ask(town, new Verb.SetWeights(Split.ofPercent(25), Optional.empty(), Set.of(SafetyRule.MAX_JUMP)));
            reached(town,
                    status -> status.seen().records().flatMap(RecordSet::split).equals(Optional.of(Split.ofPercent(25)))
                            && status.state().change().inSync().isPresent());
            Map<String, Integer> answers = answers(town);
            assertThat(answers).containsOnlyKeys("127.0.0.10", "127.0.0.11");
            assertThat(answers.get("127.0.0.11")).isBetween(QUERIES / 4 - TOLERANCE, QUERIES / 4 + TOLERANCE);
        }
    }

    private static Map<String, Integer> answers(Town town) throws IOException {
        SimpleResolver resolver = new SimpleResolver("127.0.0.1");
        resolver.setPort(town.cloud().dns().port());
        Record question = Record.newRecord(Name.fromString(town.options().app().host() + "."), Type.A, DClass.IN);
        Map<String, Integer> answers = new HashMap<>();
        for (int i = 0; i < QUERIES; i++) {
            Message answer = resolver.send(Message.newQuery(question));
            answers.merge(answer.getSection(Section.ANSWER).getFirst().rdataToString(), 1, Integer::sum);
        }
        return answers;
    }

    private static void ask(Town town, Verb verb) {
        assertThat(town.provisioner()
                .request(town.options().app().name(), new Request(verb, "test", "a test"), OptionalLong.empty()))
                .isInstanceOf(Outcome.Done.class);
    }

    private static void reached(Town town, Predicate<Status> wanted) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> town.provisioner().status(town.options().app().name()).filter(wanted).isPresent());
    }
}
