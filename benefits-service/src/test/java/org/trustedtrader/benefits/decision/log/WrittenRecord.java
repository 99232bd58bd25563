package org.trustedtrader.benefits.decision.log;

import java.util.Random;

/** A record whose bytes follow from a seed, so that it can be told from every other one. */
record WrittenRecord(long run, long place, long seed) {

    static byte[] bytes(long seed) {
        var random = new Random(seed);
        var bytes = new byte[1 + random.nextInt(random.nextInt(20) == 0 ? 5_000 : 300)];
        random.nextBytes(bytes);
        return bytes;
    }

    static WrittenRecord append(AppendLog log, long seed) {
        var bytes = bytes(seed);
        var claim = log.claim(bytes.length);
        claim.commit(bytes, 0);
        return new WrittenRecord(claim.run(), claim.place(), seed);
    }

    byte[] bytes() {
        return bytes(seed);
    }
}
