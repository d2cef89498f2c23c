package dev.lambdaflex.simulator.load;

/**
 * How often each kind of request comes, as weights of any sum.
 *
 * @param readPet   a pet of the seeded catalogue, whose answer is known to the letter
 * @param echo      a text of its own, so that answers mixed up or cut are seen
 * @param largeEcho the same with some KB
 * @param askTier   who serves
 * @param addPet    not idempotent
 */
public record RequestMix(int readPet, int echo, int largeEcho, int askTier, int addPet) {

    public RequestMix {
        requireNotNegative("readPet", readPet);
        requireNotNegative("echo", echo);
        requireNotNegative("largeEcho", largeEcho);
        requireNotNegative("askTier", askTier);
        requireNotNegative("addPet", addPet);
        if (readPet + echo + largeEcho + askTier + addPet < 1) {
            throw new IllegalArgumentException("weights: all zero (expected: a positive sum)");
        }
    }

    /** Mostly reads. Few pets are added: an instance of the sample app holds 10,000. */
    public static RequestMix usual() {
        return new RequestMix(60, 25, 4, 8, 3);
    }

    public static RequestMix onlyReads() {
        return new RequestMix(1, 0, 0, 0, 0);
    }

    public static RequestMix onlyEchoes() {
        return new RequestMix(0, 1, 0, 0, 0);
    }

    public static RequestMix onlyAdds() {
        return new RequestMix(0, 0, 0, 0, 1);
    }

    int sum() {
        return readPet + echo + largeEcho + askTier + addPet;
    }

    private static void requireNotNegative(String name, int weight) {
        if (weight < 0) {
            throw new IllegalArgumentException("%s: %d (expected: 0 or more)".formatted(name, weight));
        }
    }
}
