package org.trustedtrader.border.eligibility;

import java.util.Map;
import org.trustedtrader.border.trader.Identifier;

/** Knows those who are members of somebody else's programme: asked where no trader of ours ever held an identifier. */
public interface PartnerStatus {

    /**
     * What is known now of that time.
     *
     * @param millis since the epoch, programme time
     */
    Party party(Identifier identifier, long millis);

    /** What was known of that time when these were the newest versions; nobody whose subject is not among them. */
    Party party(Identifier identifier, long millis, Map<String, Long> versions);

    /** There is nobody elsewhere. */
    PartnerStatus NONE = new PartnerStatus() {
        @Override
        public Party party(Identifier identifier, long millis) {
            return Party.UNKNOWN;
        }

        @Override
        public Party party(Identifier identifier, long millis, Map<String, Long> versions) {
            return Party.UNKNOWN;
        }
    };
}
