package org.trustedtrader.border.feed;

import java.util.List;
import org.trustedtrader.border.eligibility.TraderState;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.recognition.Arrangement;
import org.trustedtrader.border.recognition.MemberFact;
import org.trustedtrader.border.recognition.Refresh;
import org.trustedtrader.border.trader.Revision;

/** One thing that is different now; each says how it is and not what became of it, so that again does no harm. */
public sealed interface Change {

    /** Whether a copy that applied it may be trusted afterwards. */
    default boolean understood() {
        return true;
    }

    void applyTo(CombinedStatus all);

    record OfTrader(TraderState state) implements Change {

        @Override
        public void applyTo(CombinedStatus all) {
            all.ours().put(state);
        }
    }

    /**
     * A version of a company or of one of its memberships that was received and is not stored yet: it can only take away.
     *
     * @param programmeMillis when it was received, milliseconds, programme time
     */
    record OfRestriction(String bn9, Revision revision, long programmeMillis) implements Change {

        @Override
        public void applyTo(CombinedStatus all) {
            all.ours().restrict(bn9, revision, programmeMillis);
        }
    }

    /** One version of a driver's card. @param stored if not, it can only take validity away */
    record OfCard(Revision revision, boolean stored) implements Change {

        @Override
        public void applyTo(CombinedStatus all) {
            if (stored) {
                all.ours().put(revision);
            } else {
                all.ours().receive(revision);
            }
        }
    }

    /** All versions of the rules. */
    record OfRules(Policies policies) implements Change {

        @Override
        public void applyTo(CombinedStatus all) {
            all.ours().policies(policies);
        }
    }

    /** Every arrangement with a partner. */
    record OfArrangements(List<Arrangement> arrangements) implements Change {

        public OfArrangements {
            arrangements = List.copyOf(arrangements);
        }

        @Override
        public void applyTo(CombinedStatus all) {
            all.partners().arrange(arrangements);
        }
    }

    /** A partner's member. @param stored if not, it can only take away */
    record OfPartnerMember(MemberFact fact, boolean stored) implements Change {

        @Override
        public void applyTo(CombinedStatus all) {
            if (stored) {
                all.partners().put(fact);
            } else {
                all.partners().receive(fact);
            }
        }
    }

    /** Every list of a partner that was taken in whole and is remembered. */
    record OfPartnerLists(String partner, List<Refresh> refreshes) implements Change {

        public OfPartnerLists {
            refreshes = List.copyOf(refreshes);
        }

        @Override
        public void applyTo(CombinedStatus all) {
            all.partners().refreshed(partner, refreshes);
        }
    }

    /**
     * A kind of change, or a part of one, that this program does not know. It may have taken a benefit away from anybody, so
     * a copy that met it is not relied on.
     */
    record NotUnderstood(String kind) implements Change {

        @Override
        public boolean understood() {
            return false;
        }

        @Override
        public void applyTo(CombinedStatus all) {}
    }

    /** A kind that this program does not know, of which the sender says that it takes nothing away from anybody. */
    record Ignorable(String kind) implements Change {

        @Override
        public void applyTo(CombinedStatus all) {}
    }
}
