package org.trustedtrader.simulation;

import java.time.LocalDate;

/** The platform did not do what the rules say; with the member's story, so that it can be told from the seed. */
final class Difference extends AssertionError {

    private static final long serialVersionUID = 1;

    Difference(long seed, LocalDate day, Member member, String what) {
        super("seed " + seed + ", " + day + ", member " + member.id + " (" + member.province + ", " + member.character
                + "): " + what + "\n" + member.story());
    }

    Difference(long seed, LocalDate day, Member member, RuntimeException broken) {
        this(seed, day, member, broken.toString());
        initCause(broken);
    }
}
