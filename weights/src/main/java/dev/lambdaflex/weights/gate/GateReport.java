package dev.lambdaflex.weights.gate;

import java.util.List;
import java.util.stream.Collectors;

/** The evidence of all gates at one moment. */
public record GateReport(List<Evidence> evidence) {

    public static final GateReport NONE = new GateReport(List.of());

    public GateReport {
        evidence = List.copyOf(evidence);
    }

    /** The worst verdict; INCONCLUSIVE when no gate was asked, for no evidence never passes. */
    public Verdict verdict() {
        return evidence.stream().map(Evidence::verdict).reduce(Verdict::worse).orElse(Verdict.INCONCLUSIVE);
    }

    /** Whether every gate that needs no traffic passes: health and capacity. */
    public boolean passesWithoutTraffic() {
        return evidence.stream().filter(e -> !e.fromTraffic()).allMatch(e -> e.verdict() == Verdict.PASS);
    }

    /**
     * The sentences of the gates that do not pass. When every one passes, of those that rest on traffic: that a tier answers
     * and carries its share goes without saying then.
     */
    public String sentence() {
        boolean passed = verdict() == Verdict.PASS;
        boolean traffic = evidence.stream().anyMatch(Evidence::fromTraffic);
        return evidence.stream()
                .filter(e -> passed ? !traffic || e.fromTraffic() : e.verdict() != Verdict.PASS)
                .map(Evidence::sentence)
                .collect(Collectors.joining(", "));
    }
}
