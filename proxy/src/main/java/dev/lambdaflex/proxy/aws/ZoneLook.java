package dev.lambdaflex.proxy.aws;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.RecordSet.Weighted;
import dev.lambdaflex.weights.split.Tier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.Route53ClientBuilder;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** One look at the weighted records of a name: one call, never repeated, for the next look comes soon. */
final class ZoneLook implements Supplier<RecordSet>, AutoCloseable {

    private static final java.time.Duration PATIENCE = java.time.Duration.ofSeconds(4);
    /** Two are ours; a few more are enough to see that there are others. */
    private static final String MOST_RECORDS = "10";

    private final Route53Source source;
    private final String host;
    private final Route53Client route53;

    ZoneLook(Route53Source source) {
        this.source = source;
        this.host = withoutDot(source.host());
        // Route 53 is global and signed for us-east-1; at an address of its own the SDK would sign for "aws-global".
        Route53ClientBuilder builder = Route53Client.builder()
                .region(source.endpoint().isPresent() ? Region.US_EAST_1 : Region.AWS_GLOBAL)
                .credentialsProvider(source.keys().map(ZoneLook::given).orElseGet(ZoneLook::found))
                .httpClientBuilder(
                        UrlConnectionHttpClient.builder().connectionTimeout(PATIENCE).socketTimeout(PATIENCE))
                .overrideConfiguration(override -> override.apiCallTimeout(PATIENCE)
                        .retryStrategy(retries -> retries.maxAttempts(1)));
        source.endpoint().ifPresent(builder::endpointOverride);
        this.route53 = builder.build();
    }

    /**
     * The records as they stand.
     *
     * @throws IllegalStateException when others than ours stand there
     * @throws software.amazon.awssdk.core.exception.SdkException when they cannot be read
     */
    @Override
    public RecordSet get() {
        List<ResourceRecordSet> listing = route53.listResourceRecordSets(request -> request
                .hostedZoneId(source.hostedZoneId())
                .startRecordName(host + ".")
                .startRecordType(RRType.A)
                .maxItems(MOST_RECORDS)).resourceRecordSets();
        Map<Tier, Weighted> records = new EnumMap<>(Tier.class);
        listing.stream()
                .filter(record -> withoutDot(record.name()).equals(host) && record.type() == RRType.A)
                .forEach(record -> add(record, records));
        return new RecordSet(Optional.ofNullable(records.get(Tier.LAMBDA)),
                Optional.ofNullable(records.get(Tier.FARGATE)));
    }

    @Override
    public void close() {
        route53.close();
    }

    private void add(ResourceRecordSet record, Map<Tier, Weighted> records) {
        Optional<Tier> tier = List.of(Tier.values())
                .stream()
                .filter(it -> it.label().equals(record.setIdentifier()))
                .findFirst();
        boolean ours = tier.isPresent() && record.weight() != null && record.aliasTarget() != null;
        if (!ours || records.containsKey(tier.get())) {
            throw new IllegalStateException(
                    "%s has a foreign record %s (expected: weighted aliases 'lambda' and 'fargate' alone)"
                            .formatted(host,
                                    record.setIdentifier() == null
                                            ? "without a set identifier"
                                            : "'" + record.setIdentifier() + "'"));
        }
        records.put(tier.get(), new Weighted(Math.toIntExact(record.weight()),
                withoutDot(record.aliasTarget().dnsName())));
    }

    private static AwsCredentialsProvider given(Route53Source.Keys keys) {
        return StaticCredentialsProvider.create(keys
                .sessionToken().<software.amazon.awssdk.auth.credentials.AwsCredentials>map(
                        token -> AwsSessionCredentials.create(keys.id(), keys.secret(), token))
                .orElseGet(() -> AwsBasicCredentials.create(keys.id(), keys.secret())));
    }

    private static AwsCredentialsProvider found() {
        return DefaultCredentialsProvider.builder().build();
    }

    private static String withoutDot(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
