package dev.lambdaflex.simulator.model.metrics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values of several periods together. They are remembered, for merging histograms was half of a virtual day: a window is
 * asked for at each tick, and changes only with each period. What can be read has ended and never changes.
 */
final class MergedData {

    private static final int REMEMBERED = 64;

    private final Map<Question, Double> answers = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Double> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Data are the same when they are the very same objects. */
    private record Question(List<Datum> data, Statistic statistic) {}

    double value(List<Datum> data, Statistic statistic) {
        return data.size() == 1
                ? data.getFirst().value(statistic)
                : answers.computeIfAbsent(new Question(data, statistic), MergedData::merge);
    }

    private static double merge(Question question) {
        Datum all = new Datum();
        question.data().forEach(all::merge);
        return all.value(question.statistic());
    }
}
