package org.trustedtrader.benefits.examination;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The tallies of everything that was shipped, of all replicas. */
public interface Tallies {

    /** Both days included. */
    List<Tally> between(LocalDate from, LocalDate to);

    /** All that was asked before that time is counted; empty if no replica has ever said how far it is. */
    Optional<Instant> completeUntil();
}
