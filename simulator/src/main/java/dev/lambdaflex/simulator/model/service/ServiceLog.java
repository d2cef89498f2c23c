package dev.lambdaflex.simulator.model.service;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import dev.lambdaflex.simulator.model.time.Timeline;

/** The last 100 events of a service, as many as ECS keeps. */
final class ServiceLog {

    private static final int KEPT = 100;

    private final Timeline timeline;
    private final Deque<ServiceEvent> events = new ArrayDeque<>();

    ServiceLog(Timeline timeline) {
        this.timeline = timeline;
    }

    void note(String message) {
        events.addFirst(new ServiceEvent(timeline.now(), message));
        if (events.size() > KEPT) {
            events.removeLast();
        }
    }

    List<ServiceEvent> newestFirst() {
        return List.copyOf(events);
    }
}
