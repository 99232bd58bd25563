package org.trustedtrader.border.monitoring;

/** The consents of companies to be seen by others, as known now or as known once. Asks nobody, waits for nobody. */
public interface KnownConsents {

    String SUBJECT = "consent/";

    /** What is known of one company's consent to be seen by another. */
    Known of(String company, String viewer);

    /** @param version the newest known; 0 if nothing is known that could be relied on */
    record Known(long version, boolean inForce) {

        public static final Known NOTHING = new Known(0, false);
    }

    /** The name of a consent: both business numbers, that of the one who is seen first. */
    static String id(String company, String viewer) {
        return company + "-" + viewer;
    }
}
