package org.trustedtrader.bench.crowd;

import java.util.SplittableRandom;

/** Who is asked about next. Each thread needs its own. */
public final class Keys {

    /** All equally often, or few of them most of the time: the k-th most frequent in proportion to 1/k. */
    public enum Law {
        UNIFORM,
        ZIPF
    }

    private final Law law;
    private final int size;
    private final SplittableRandom random;

    public Keys(Law law, int size, long seed) {
        this.law = law;
        this.size = size;
        this.random = new SplittableRandom(seed);
    }

    /** The frequent ones are spread over the whole crowd. */
    public int next() {
        if (law == Law.UNIFORM) {
            return random.nextInt(size);
        }
        var rank = (long) Math.exp(random.nextDouble() * Math.log(size + 1.0));
        return (int) (Mixing.of(rank) % size);
    }

    public int choice() {
        return random.nextInt(1_000);
    }
}
