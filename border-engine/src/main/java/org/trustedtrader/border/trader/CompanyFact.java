package org.trustedtrader.border.trader;

import java.util.Objects;
import java.util.Set;

/**
 * A company as enrolment announced it.
 *
 * @param bn9         9-digit business number
 * @param identifiers what else it is known by: BN15 accounts, carrier code, TIN
 * @param programmes  other programmes it is in, such as {@code CSA}
 */
public record CompanyFact(String bn9, Set<String> lines, Set<Identifier> identifiers, Set<String> programmes)
        implements Fact {

    public CompanyFact {
        Objects.requireNonNull(bn9, "bn9 is missing");
        lines = Set.copyOf(lines);
        identifiers = Set.copyOf(identifiers);
        programmes = Set.copyOf(programmes);
    }
}
