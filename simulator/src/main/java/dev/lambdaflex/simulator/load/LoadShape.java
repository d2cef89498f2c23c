package dev.lambdaflex.simulator.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Requests per second over time: straight lines between points; the last point holds for ever.
 *
 * <pre>
 *   rate
 *   200 |      _________
 *       |     /         \      LoadShape.startingAt(0)
 *       |    /           \         .to(200, ofSeconds(30)).hold(ofSeconds(60)).to(0, ofSeconds(20))
 *     0 |___/             \____
 *       +---0--30------90--110--> seconds
 * </pre>
 *
 * <p>The number of requests due after t is the area under the line, so each has an exact moment.
 *
 * @param points in the order of time, the first at zero; two at the same time make a jump
 */
public record LoadShape(List<Point> points) {

    private static final double NANOS = 1e9;

    /**
     * A corner of the line.
     *
     * @param at   time since the shape began
     * @param rate requests per second
     */
    public record Point(Duration at, double rate) {

        public Point {
            if (!(rate >= 0 && rate <= 1e6)) {
                throw new IllegalArgumentException("rate: %s (expected: 0 to 1000000 requests/s)".formatted(rate));
            }
        }

        private double seconds() {
            return at.toNanos() / NANOS;
        }
    }

    public LoadShape {
        points = List.copyOf(points);
        if (points.isEmpty() || !points.getFirst().at().isZero()) {
            throw new IllegalArgumentException("points: %s (expected: the first at zero)".formatted(points));
        }
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).at().compareTo(points.get(i - 1).at()) < 0) {
                throw new IllegalArgumentException(
                        "points: %s after %s (expected: in the order of time)".formatted(points.get(i).at(),
                                points.get(i - 1).at()));
            }
        }
    }

    public static LoadShape constant(double rate) {
        return new LoadShape(List.of(new Point(Duration.ZERO, rate)));
    }

    public static LoadShape startingAt(double rate) {
        return constant(rate);
    }

    /** This shape, and then within {@code time} on a straight line to another rate; at once when the time is zero. */
    public LoadShape to(double rate, Duration time) {
        List<Point> more = new ArrayList<>(points);
        more.add(new Point(points.getLast().at().plus(time), rate));
        return new LoadShape(more);
    }

    /** This shape, and then the same rate for {@code time}. */
    public LoadShape hold(Duration time) {
        return to(points.getLast().rate(), time);
    }

    /** Time of the last point. */
    public Duration length() {
        return points.getLast().at();
    }

    public double rateAt(Duration time) {
        double t = time.toNanos() / NANOS;
        for (int i = points.size() - 1; i >= 0; i--) {
            if (t >= points.get(i).seconds()) {
                boolean last = i == points.size() - 1;
                return last ? points.get(i).rate() : points.get(i).rate() + slope(i) * (t - points.get(i).seconds());
            }
        }
        return points.getFirst().rate();
    }

    /** Requests due until {@code nanos}: the area under the line. */
    double dueBy(long nanos) {
        double t = nanos / NANOS;
        double due = 0;
        for (int i = 0; i < points.size() - 1 && points.get(i).seconds() < t; i++) {
            double time = Math.min(t, points.get(i + 1).seconds()) - points.get(i).seconds();
            due += time == 0 ? 0 : (points.get(i).rate() + slope(i) * time / 2) * time;
        }
        Point last = points.getLast();
        return t > last.seconds() ? due + last.rate() * (t - last.seconds()) : due;
    }

    /** Nanoseconds until {@code count} requests were due; empty when the line stays at zero before. */
    OptionalDouble whenDue(double count) {
        double left = count;
        for (int i = 0; i < points.size() - 1; i++) {
            Point from = points.get(i);
            Point to = points.get(i + 1);
            double area = (from.rate() + to.rate()) / 2 * (to.seconds() - from.seconds());
            if (area > 0 && area >= left) {
                return OptionalDouble.of((from.seconds() + timeFor(left, from.rate(), slope(i))) * NANOS);
            }
            left -= area;
        }
        Point last = points.getLast();
        return last.rate() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((last.seconds() + left / last.rate()) * NANOS);
    }

    /** Solves {@code rate x + slope x^2 / 2 = count} in the form that does not cancel when the slope is small. */
    private static double timeFor(double count, double rate, double slope) {
        if (count <= 0) {
            return 0;
        }
        return 2 * count / (rate + Math.sqrt(Math.max(0, rate * rate + 2 * slope * count)));
    }

    private double slope(int i) {
        Point from = points.get(i);
        Point to = points.get(i + 1);
        return (to.rate() - from.rate()) / (to.seconds() - from.seconds());
    }
}
