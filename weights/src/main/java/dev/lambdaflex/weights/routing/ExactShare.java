package dev.lambdaflex.weights.routing;

import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

/**
 * Shares requests out exactly. Each request walks Fargate's share further along a line that is marked every 10,000 basis
 * points, and goes to Fargate when its step reaches or crosses a mark:
 *
 * <pre>
 *   25 %:  |----1----2----3----F|----5----6----7----F|      F: the step that ends on a mark
 * </pre>
 *
 * <p>A window of n requests therefore holds {@code floor(end/W) - floor(start/W)} requests of Fargate, which is within one
 * request of its share, wherever the window begins. As the walk goes on from where it stands when the split changes, the
 * same is true of a window that spans changes, however many. The caller keeps the position in one atomic number for all its
 * threads ({@code position.getAndAdd(ExactShare.step(split))}), so the bound holds for the edge as a whole and not only for
 * each of its event loops.
 *
 * <p>The position may overflow: once in 2^63 basis points one window is off by one more.
 */
public final class ExactShare {

    private ExactShare() {}

    /** How far one request moves the position. */
    public static long step(Split split) {
        return split.share(Tier.FARGATE);
    }

    /** The tier of the request that starts at {@code position}. */
    public static Tier tier(Split split, long position) {
        long sinceMark = Math.floorMod(position, (long) Split.WHOLE);
        boolean reachesMark = sinceMark + step(split) >= Split.WHOLE;
        return reachesMark ? Tier.FARGATE : Tier.LAMBDA;
    }
}
