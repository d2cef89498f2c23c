package dev.lambdaflex.simulator.model.zone;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/** The zone after one change. It is never changed, so that a name server may go on answering by it. */
final class ZoneVersion {

    private final NavigableMap<RecordKey, ResourceRecordSet> records;
    private final Map<String, Map<RecordType, List<ResourceRecordSet>>> byName = new HashMap<>();

    ZoneVersion(NavigableMap<RecordKey, ResourceRecordSet> records) {
        this.records = records;
        for (ResourceRecordSet record : records.values()) {
            byName.computeIfAbsent(record.name(), _ -> new EnumMap<>(RecordType.class))
                    .computeIfAbsent(record.type(), _ -> new ArrayList<>())
                    .add(record);
        }
    }

    NavigableMap<RecordKey, ResourceRecordSet> records() {
        return records;
    }

    boolean knows(String name) {
        return byName.containsKey(name);
    }

    List<ResourceRecordSet> group(String name, RecordType type) {
        return byName.getOrDefault(name, Map.of()).getOrDefault(type, List.of());
    }
}
