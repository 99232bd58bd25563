package org.trustedtrader.enrolment.drivercard;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.Repository;

/** All registered cards, by number. */
public interface DriverCards extends Repository<DriverCard> {

    /** What a card is worth on a day, which begins and ends at midnight UTC. */
    enum Status {
        NOT_YET_VALID,
        VALID,
        EXPIRED,
        /** Whatever its dates are. */
        REVOKED
    }

    /**
     * What a list is narrowed to; null for everything.
     *
     * @param holder business number of a company
     * @param number the beginning of the card's number
     * @param day    the day of the status
     */
    record Filter(
            @Nullable String holder,
            @Nullable String number,
            @Nullable Status status,
            LocalDate day) {}

    /** In order of number, after the given one. */
    List<DriverCard> page(Filter filter, Optional<String> after, int limit);
}
