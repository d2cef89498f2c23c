package dev.lambdaflex.simulator.journal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Stands where it is put while the past is played again, and goes with the wall clock from then on. */
final class SteeredClock implements InstantSource {

    private final InstantSource wall;
    private volatile Optional<Instant> put;

    SteeredClock(InstantSource wall, Instant begin) {
        this.wall = wall;
        this.put = Optional.of(begin);
    }

    @Override
    public Instant instant() {
        return put.orElseGet(wall::instant);
    }

    void put(Instant at) {
        put = Optional.of(at);
    }

    void release() {
        put = Optional.empty();
    }
}
