package org.trustedtrader.enrolment.company;

/**
 * Says when a company's own word is no longer enough for its carrier code and accounts: officers vet them with the
 * application, and benefits follow from them.
 */
@FunctionalInterface
public interface IdentifierFreeze {

    /** Whether the company has an application beyond its draft, or a membership that is not over. */
    boolean holdsFor(String businessNumber);
}
