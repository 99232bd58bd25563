package org.trustedtrader.enrolment.consent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.trustedtrader.platform.aggregate.Repository;

/** All consents, given and withdrawn, by {@link Consent.Pair#id()}. */
public interface Consents extends Repository<Consent> {

    /** Those of one company, or of all, in order of id after the given one. */
    List<Consent> page(Optional<String> company, Optional<String> after, int limit);

    /** Those that see that company and are seen by it, in order of business number. */
    List<Partner> partnersOf(String company);

    /** @param since from when both consents have been in force, programme time */
    record Partner(String company, Instant since) {}
}
