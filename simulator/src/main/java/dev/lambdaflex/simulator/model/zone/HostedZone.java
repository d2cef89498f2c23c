package dev.lambdaflex.simulator.model.zone;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

import dev.lambdaflex.simulator.model.api.AwsError;
import dev.lambdaflex.simulator.model.api.Reply;
import dev.lambdaflex.simulator.model.time.Streams;
import dev.lambdaflex.simulator.model.time.Timeline;

/** One hosted zone: its records, its changes under way, and its answers. The API's throttle stands before it, in Route53. */
public final class HostedZone {

    private static final int MOST_COMMENT = 256;
    private static final long APEX_TTL = 172_800;

    private final String id;
    private final String name;
    private final String callerReference;
    private final String comment;
    private final ZoneSettings settings;
    private final Timeline timeline;
    private final AliasDirectory directory;
    private final RandomGenerator answers;
    private final RandomGenerator intakes;
    private final Streams streams;
    private final NameServers servers;
    private final Map<String, ChangeInfo> changes = new HashMap<>();
    private ZoneVersion latest;
    private Instant takesFrom = Instant.MIN;
    private long changeCount;

    public HostedZone(String name, ZoneSettings settings, Timeline timeline, Streams streams,
            AliasDirectory directory) {
        this(Names.normalise(name), name, "lambdaflex", "", settings, timeline, streams, directory);
    }

    private HostedZone(String name, String subject, String callerReference, String comment, ZoneSettings settings,
            Timeline timeline, Streams streams, AliasDirectory directory) {
        this.name = name;
        this.id = "Z" + streams.id("zone " + subject).substring(0, 13).toUpperCase(Locale.ROOT);
        this.callerReference = callerReference;
        this.comment = comment;
        this.settings = settings;
        this.timeline = timeline;
        this.directory = directory;
        this.streams = streams;
        this.answers = streams.of("answers " + subject);
        this.intakes = streams.of("intake " + subject);
        this.latest = apex(this.name, settings.nameServers());
        this.servers = new NameServers(settings.nameServers(), latest, settings.propagation(), timeline,
                streams.of("propagation " + subject), streams.of("servers " + subject));
    }

    /** A new zone that behaves as this one; {@code number} tells it from others of its name. */
    HostedZone another(String itsName, int number, String itsCallerReference, String itsComment) {
        String normalised = Names.normalise(itsName);
        return new HostedZone(normalised, normalised + "#" + number, itsCallerReference, itsComment, settings, timeline,
                streams, directory);
    }

    public String id() {
        return id;
    }

    /** The zone's name with its final dot. */
    public String name() {
        return name;
    }

    /** The zone as Route 53 describes it. */
    public ZoneInfo info() {
        return timeline.call(() -> new ZoneInfo(id, name, callerReference, comment, latest.records().size(),
                latest.group(name, RecordType.NS)
                        .stream()
                        .flatMap(record -> record.values().stream())
                        .map(Names::withoutDot)
                        .toList()));
    }

    /** The change that brings the zone to its servers as it is, or takes it from them. */
    ChangeInfo republish() {
        return take(latest, "");
    }

    /** Whether it holds nothing but what every zone must. */
    boolean isEmpty() {
        return latest.records().size() == latest.group(name, RecordType.NS).size()
                + latest.group(name, RecordType.SOA).size();
    }

    Instant now() {
        return timeline.now();
    }

    AliasDirectory directory() {
        return directory;
    }

    boolean wasMadeBy(String reference) {
        return callerReference.equals(reference);
    }

    /** Puts records there as if they had stood for long: no rule is asked, and all servers know them. */
    public void install(ResourceRecordSet... installed) {
        timeline.run(() -> {
            TreeMap<RecordKey, ResourceRecordSet> records = new TreeMap<>(latest.records());
            for (ResourceRecordSet record : installed) {
                ResourceRecordSet normalised = record.normalised();
                records.put(normalised.key(), normalised);
            }
            latest = new ZoneVersion(records);
            servers.install(latest);
        });
    }

    /** ChangeResourceRecordSets. */
    public Reply<ChangeInfo> change(ChangeBatch batch) {
        return timeline.call(() -> {
            if (batch.comment().length() > MOST_COMMENT) {
                return Reply.refused("InvalidInput",
                        "1 validation error detected: Value '%s' at 'changeBatch.comment' failed to satisfy "
                                .formatted(batch.comment())
                                + "constraint: Member must have length less than or equal to " + MOST_COMMENT);
            }
            if (timeline.now().isBefore(takesFrom)) {
                return Reply.refused("PriorRequestNotComplete",
                        "The request was rejected because Route 53 was still processing a prior request.");
            }
            return switch (BatchCheck.apply(batch, name, directory, latest.records())) {
                case Reply.Refused(AwsError error) -> Reply.refused(error);
                case Reply.Given(var records) -> Reply.given(take(new ZoneVersion(records), batch.comment()));
            };
        });
    }

    /** GetChange, with or without {@code /change/} before the id. */
    public Reply<ChangeInfo> getChange(String changeId) {
        return timeline.call(() -> {
            ChangeInfo change = changes.get(Names.withoutPrefix("/change/", changeId));
            return change == null
                    ? Reply.refused(AwsError.of(404, "NoSuchChange", "Could not find resource with ID: " + changeId))
                    : Reply.given(change);
        });
    }

    /** ListResourceRecordSets: the records as they were asked for last, whether on all servers or not. */
    public Reply<ListPage> list(ListRequest request) {
        return timeline.call(() -> Listing.of(request, latest.records()));
    }

    /** One answer of one of the zone's name servers. */
    public DnsAnswer answer(String question, RecordType type) {
        return timeline.call(() -> answerBy(servers.any(), Names.normalise(question), type));
    }

    /** All records as they were asked for last, past the API: for checks. */
    public List<ResourceRecordSet> records() {
        return timeline.call(() -> List.copyOf(latest.records().values()));
    }

    /** The record sets of that name and type as they were asked for last, past the API: for checks. */
    public List<ResourceRecordSet> group(String recordName, RecordType type) {
        return timeline.call(() -> List.copyOf(latest.group(Names.normalise(recordName), type)));
    }

    /** Whether all name servers answer alike. */
    public boolean inSync() {
        return timeline.call(servers::agree);
    }

    private ChangeInfo take(ZoneVersion version, String comment) {
        String changeId = "C" + streams.id("change " + id + changeCount++).toUpperCase(Locale.ROOT);
        ChangeInfo pending = new ChangeInfo(changeId, ChangeInfo.Status.PENDING, timeline.now(), comment);
        latest = version;
        takesFrom = timeline.now().plus(settings.intake().draw(intakes));
        changes.put(changeId, pending);
        servers.publish(version, () -> changes.put(changeId,
                new ChangeInfo(changeId, ChangeInfo.Status.INSYNC, pending.submitted(), comment)));
        timeline.after(settings.changesKept(), () -> changes.remove(changeId));
        return pending;
    }

    private DnsAnswer answerBy(ZoneVersion version, String question, RecordType type) {
        if (!Names.within(question, name)) {
            return DnsAnswer.without(DnsAnswer.Outcome.REFUSED, type, Duration.ZERO);
        }
        String owner = version.knows(question)
                ? question
                : "\\052" + question.substring(Math.max(0, question.indexOf('.')));
        if (!version.knows(owner)) {
            return DnsAnswer.without(DnsAnswer.Outcome.NO_SUCH_NAME, type, settings.aliasTtl());
        }
        List<ResourceRecordSet> group = version.group(owner, type);
        List<ResourceRecordSet> cname = group.isEmpty() ? version.group(owner, RecordType.CNAME) : group;
        if (cname.isEmpty()) {
            return DnsAnswer.without(DnsAnswer.Outcome.NO_DATA, type, settings.aliasTtl());
        }
        ResourceRecordSet drawn = WeightedDraw.draw(cname, this::healthy, answers);
        return values(drawn, type);
    }

    private DnsAnswer values(ResourceRecordSet drawn, RecordType asked) {
        if (drawn.alias().isEmpty()) {
            return new DnsAnswer(DnsAnswer.Outcome.ANSWER, drawn.type(), drawn.values(),
                    Duration.ofSeconds(drawn.ttl().orElse(0)),
                    Optional.of(drawn));
        }
        List<String> addresses = asked == RecordType.A ? directory.addresses(drawn.alias().get().dnsName()) : List.of();
        DnsAnswer.Outcome outcome = addresses.isEmpty() ? DnsAnswer.Outcome.NO_DATA : DnsAnswer.Outcome.ANSWER;
        return new DnsAnswer(outcome, drawn.type(), addresses, settings.aliasTtl(), Optional.of(drawn));
    }

    private boolean healthy(ResourceRecordSet record) {
        return record.alias()
                .map(target -> !target.evaluateTargetHealth() || directory.healthy(target.dnsName()))
                .orElse(true);
    }

    private static ZoneVersion apex(String name, int nameServers) {
        String[] servers = new String[nameServers];
        for (int i = 0; i < nameServers; i++) {
            servers[i] = "ns-%d.awsdns-%02d.test.".formatted(i * 512 + 1, i);
        }
        ResourceRecordSet ns = ResourceRecordSet.simple(name, RecordType.NS, APEX_TTL, servers);
        ResourceRecordSet soa = ResourceRecordSet.simple(name, RecordType.SOA, 900,
                servers[0] + " awsdns-hostmaster.amazon.com. 1 7200 900 1209600 86400");
        TreeMap<RecordKey, ResourceRecordSet> records = new TreeMap<>();
        records.put(ns.key(), ns);
        records.put(soa.key(), soa);
        return new ZoneVersion(records);
    }
}
