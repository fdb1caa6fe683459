package org.chartroom.store.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is moved. */
final class MovingClock extends Clock {
    private final MovingClock moved;
    private final ZoneId zone;
    private Instant now;

    MovingClock(Instant now) {
        this.now = now;
        this.zone = ZoneOffset.UTC;
        this.moved = this;
    }

    private MovingClock(MovingClock moved, ZoneId zone) {
        this.moved = moved;
        this.zone = zone;
    }

    void moveBy(Duration duration) {
        moved.now = moved.now.plus(duration);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** It moves with this one. */
    @Override
    public Clock withZone(ZoneId other) {
        return new MovingClock(moved, other);
    }

    @Override
    public Instant instant() {
        return moved.now;
    }
}
