package org.trustedtrader.benefits.recognition.export;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * A company of ours as partners know it.
 *
 * @param version of the company's record at enrolment
 * @param tins    the TIN accounts that it registered
 */
public record CompanyProjection(String bn9, long version, String legalName, String address, Set<String> tins) {

    private static final String OURS = "CA";

    public CompanyProjection {
        tins = Set.copyOf(tins);
    }

    /** The TINs that name it to partners: those of this country. */
    Set<String> ownTins() {
        return tins.stream().filter(tin -> tin.startsWith(OURS)).collect(Collectors.toUnmodifiableSet());
    }
}
