package dev.lambdaflex.weights.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.lambdaflex.weights.split.Tier;

class GateReportTest {

    @Test
    void noEvidenceNeverPasses() {
        assertThat(GateReport.NONE.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(GateReport.NONE.sentence()).isEmpty();
    }

    @Test
    void theWorstOfTwoVerdictsIsTheSameInEitherOrder() {
        List<Verdict> fromBestToWorst = List.of(Verdict.PASS, Verdict.INCONCLUSIVE, Verdict.ERROR, Verdict.FAIL,
                Verdict.HARD_FAIL);
        assertThat(Verdict.values()).containsExactlyElementsOf(fromBestToWorst);
        for (Verdict a : Verdict.values()) {
            for (Verdict b : Verdict.values()) {
                assertThat(report(a, b).verdict()).isEqualTo(report(b, a).verdict())
                        .isEqualTo(a.worse(b))
                        .isEqualTo(Collections.max(Arrays.asList(a, b)));
            }
        }
    }

    @Test
    void everySentenceIsSaidWhenAllPassAndElseOnlyThoseThatDoNot() {
        assertThat(report(Verdict.PASS, Verdict.PASS).sentence()).isEqualTo("PASS 0, PASS 1");
        assertThat(report(Verdict.PASS, Verdict.INCONCLUSIVE, Verdict.FAIL).sentence())
                .isEqualTo("INCONCLUSIVE 1, FAIL 2");
    }

    @Test
    void aReportKeepsItsEvidence() {
        List<Evidence> evidence = new ArrayList<>(report(Verdict.PASS).evidence());
        GateReport report = new GateReport(evidence);
        evidence.clear();
        assertThat(report.verdict()).isEqualTo(Verdict.PASS);
    }

    private static GateReport report(Verdict... verdicts) {
        List<Evidence> evidence = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            evidence.add(new Evidence("gate", Tier.FARGATE, verdict, verdict + " " + evidence.size(), 0,
                    Optional.empty(), "test"));
        }
        return new GateReport(evidence);
    }
}
