package org.trustedtrader.enrolment.company;

import java.util.List;
import java.util.Optional;
import org.trustedtrader.platform.aggregate.Repository;
import org.trustedtrader.platform.identifier.CarrierCode;

/**
 * All companies. Storing one that claims a carrier code or an account of another company is refused as
 * {@code identifier-claimed}.
 */
public interface Companies extends Repository<Company> {

    /**
     * In order of business number.
     *
     * @param only     at most this company, if present
     * @param carrying at most the company with this carrier code, if present
     * @param after    those after this business number, if present
     */
    List<Company> page(Optional<String> only, Optional<CarrierCode> carrying, Optional<String> after, int limit);

    /** The business number of the company that claims that, now or ever. @param claim as in {@link Company#claims()} */
    Optional<String> claimant(String claim);
}
