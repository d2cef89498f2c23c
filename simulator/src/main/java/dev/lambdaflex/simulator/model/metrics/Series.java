package dev.lambdaflex.simulator.model.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.LongPredicate;

/** The data of one metric, by the number of its period. */
final class Series {

    private final NavigableMap<Long, Datum> data = new TreeMap<>();
    private Datum present = new Datum();
    private long presentPeriod = Long.MIN_VALUE;

    /** Notes a value in {@code period}, and forgets what is {@code kept} periods older when that period is new. */
    void record(long period, long kept, double value, long times) {
        of(period, kept).record(value, times);
    }

    void record(long period, long kept, StatisticSet set) {
        of(period, kept).record(set);
    }

    private Datum of(long period, long kept) {
        if (period != presentPeriod) {
            data.headMap(period - kept).clear();
            present = data.computeIfAbsent(period, _ -> new Datum());
            presentPeriod = period;
        }
        return present;
    }

    /** Puts back what was kept of a period. */
    void put(long period, Datum datum) {
        data.put(period, datum);
    }

    /** Hands over all data that changed since the last time. */
    void changed(BiConsumer<Long, Datum> taker) {
        data.forEach((period, datum) -> {
            if (datum.changed()) {
                taker.accept(period, datum);
            }
        });
    }

    /** The data of the periods from {@code first} until before {@code end} that {@code readable} lets through. */
    List<Datum> between(long first, long end, LongPredicate readable) {
        List<Datum> found = new ArrayList<>();
        for (Map.Entry<Long, Datum> entry : data.subMap(first, end).entrySet()) {
            if (readable.test(entry.getKey())) {
                found.add(entry.getValue());
            }
        }
        return found;
    }

    /** The latest period with data that {@code readable} lets through. */
    OptionalLong last(LongPredicate readable) {
        for (long period : data.descendingKeySet()) {
            if (readable.test(period)) {
                return OptionalLong.of(period);
            }
        }
        return OptionalLong.empty();
    }
}
