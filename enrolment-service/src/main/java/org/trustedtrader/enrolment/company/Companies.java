package org.trustedtrader.enrolment.company;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.trustedtrader.platform.aggregate.Repository;
import org.trustedtrader.platform.identifier.CarrierCode;

/**
 * All companies. Storing one that claims a carrier code or an account that is confirmed to be another company's is refused as
 * {@code identifier-claimed}.
 */
public interface Companies extends Repository<Company> {

    /**
     * In order of business number.
     *
     * @param only     at most this company, if present
     * @param carrying those with this carrier code in their record, if present
     * @param named    those whose folded name contains this folded text, if present
     * @param after    those after this business number, if present
     */
    List<Company> page(
            Optional<String> only,
            Optional<CarrierCode> carrying,
            Optional<String> named,
            Optional<String> after,
            int limit);

    /**
     * Those with an identifier in that state, in order of business number.
     *
     * @param until only those with one that is confirmed until that day at the latest, if present
     */
    List<Company> claiming(IdentifierClaim.State state, Optional<LocalDate> until, Optional<String> after, int limit);

    /** Business numbers of other companies with the same name at the same address, without regard to case and accents. */
    List<String> possibleDuplicates(Company company);

    /** Business numbers of companies with an identifier that was confirmed until before that day. */
    List<String> confirmedUntilBefore(LocalDate day, int limit);

    /** Business numbers of companies whose record is from before officers confirmed identifiers. */
    List<String> toMigrate(int limit);

    /** The business number of the company to which that belongs, now or ever. @param claim as in {@link Company#claims()} */
    Optional<String> claimant(String claim);
}
