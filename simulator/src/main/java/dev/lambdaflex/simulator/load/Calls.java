package dev.lambdaflex.simulator.load;

import java.util.SplittableRandom;

/** The endless sequence of calls that a mix and a seed make: the same for the same two. */
final class Calls {

    /** API Gateway takes 10,240 bytes for the request line and all headers. */
    private static final int LARGE_TEXT_LEAST = 1_000;
    private static final int LARGE_TEXT_MOST = 6_000;
    /** What often breaks on the way: a space, signs with a meaning in URLs, letters of two, three and four bytes. */
    private static final String DELICATE = " a+b&c=d%20/é€🐢";

    private final RequestMix mix;
    private final long seed;
    private final SplittableRandom random;
    private long number;

    Calls(RequestMix mix, long seed) {
        this.mix = mix;
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    Call next() {
        number++;
        int draw = random.nextInt(mix.sum());
        if (draw < mix.readPet()) {
            return new ReadPet(1 + random.nextInt(ReadPet.SEEDED));
        }
        draw -= mix.readPet();
        if (draw < mix.echo()) {
            return new Echo(name() + DELICATE);
        }
        draw -= mix.echo();
        if (draw < mix.largeEcho()) {
            return new Echo(name() + ' ' + letters(random.nextInt(LARGE_TEXT_LEAST, LARGE_TEXT_MOST)));
        }
        draw -= mix.largeEcho();
        return draw < mix.askTier() ? new AskTier() : new AddPet(name(), random.nextInt(30));
    }

    /** No two calls of a sequence share it. */
    private String name() {
        return Long.toHexString(seed) + '-' + number;
    }

    private String letters(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }
}
