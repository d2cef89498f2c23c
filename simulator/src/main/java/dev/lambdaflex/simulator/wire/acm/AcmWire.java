package dev.lambdaflex.simulator.wire.acm;

import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lambdaflex.simulator.wire.Called;
import dev.lambdaflex.simulator.wire.WireRequest;
import dev.lambdaflex.simulator.wire.WireResponse;
import dev.lambdaflex.simulator.wire.WireService;
import dev.lambdaflex.simulator.wire.protocol.Answers;
import dev.lambdaflex.simulator.wire.protocol.Operations;
import dev.lambdaflex.simulator.wire.protocol.Protocol;
import dev.lambdaflex.simulator.wire.protocol.Refusal;
import dev.lambdaflex.simulator.wire.protocol.Trees;

/** ACM: looking up the one certificate there is. */
public final class AcmWire implements WireService {

    private static final String STATUS = "ISSUED";
    /** Certificates of ACM hold for 13 months. */
    private static final Duration VALIDITY = Duration.ofDays(395);

    private final Certificate certificate;
    private final Operations operations = new Operations("acm").on("ListCertificates", this::list)
            .on("DescribeCertificate", this::describe)
            .on("ListTagsForCertificate", this::tags);

    public AcmWire(Certificate certificate) {
        this.certificate = certificate;
    }

    @Override
    public String signingName() {
        return "acm";
    }

    @Override
    public Called called(WireRequest request) {
        String arn = Trees.read(Protocol.JSON_1_1, request).path("CertificateArn").asText("*");
        return new Called(request.operation().orElse("unknown"), arn);
    }

    @Override
    public WireResponse answer(WireRequest request) {
        return operations.answer(request);
    }

    private WireResponse list(WireRequest request) {
        JsonNode statuses = Trees.read(Protocol.JSON_1_1, request).path("CertificateStatuses");
        boolean wanted = statuses.isEmpty()
                || StreamSupport.stream(statuses.spliterator(), false)
                        .anyMatch(status -> status.asText().equals(STATUS));
        ObjectNode answer = Trees.object();
        List<Certificate> found = wanted ? List.of(certificate) : List.of();
        answer.putArray("CertificateSummaryList").addAll(found.stream().map(AcmWire::summary).toList());
        return Answers.tree(Protocol.JSON_1_1, 200, answer);
    }

    private WireResponse describe(WireRequest request) {
        checkArn(request);
        ObjectNode detail = summary(certificate);
        detail.remove("SubjectAlternativeNameSummaries");
        detail.remove("HasAdditionalSubjectAlternativeNames");
        certificate.names().forEach(detail.putArray("SubjectAlternativeNames")::add);
        detail.putObject("Options").put("CertificateTransparencyLoggingPreference", "ENABLED");
        detail.putArray("InUseBy");
        ObjectNode answer = Trees.object();
        answer.set("Certificate", detail);
        return Answers.tree(Protocol.JSON_1_1, 200, answer);
    }

    private WireResponse tags(WireRequest request) {
        checkArn(request);
        ObjectNode answer = Trees.object();
        answer.putArray("Tags");
        return Answers.tree(Protocol.JSON_1_1, 200, answer);
    }

    private void checkArn(WireRequest request) {
        String arn = Trees.read(Protocol.JSON_1_1, request).path("CertificateArn").asText();
        if (!arn.startsWith("arn:")) {
            throw Refusal.of("ValidationException",
                    "1 validation error detected: Value '%s' at 'certificateArn' failed to satisfy "
                            .formatted(arn)
                            + "constraint: Member must satisfy regular expression pattern: arn:[\\w+=/,.@-]+:acm:.+");
        }
        if (!arn.equals(certificate.arn())) {
            throw Refusal.of("ResourceNotFoundException", "Could not find certificate %s.".formatted(arn));
        }
    }

    private static ObjectNode summary(Certificate certificate) {
        ObjectNode summary = Trees.object()
                .put("CertificateArn", certificate.arn())
                .put("DomainName", certificate.domain())
                .put("HasAdditionalSubjectAlternativeNames", false)
                .put("Status", STATUS)
                .put("Type", "AMAZON_ISSUED")
                .put("KeyAlgorithm", "RSA-2048")
                .put("RenewalEligibility", "ELIGIBLE")
                .putPOJO("CreatedAt", certificate.issued())
                .putPOJO("IssuedAt", certificate.issued())
                .putPOJO("NotBefore", certificate.issued())
                .putPOJO("NotAfter", certificate.issued().plus(VALIDITY));
        certificate.names().forEach(summary.putArray("SubjectAlternativeNameSummaries")::add);
        return summary;
    }
}
