package org.trustedtrader.border.feed;

import org.trustedtrader.border.eligibility.TraderState;
import org.trustedtrader.border.memory.BorderMemory;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.trader.Known;

/** One thing that is different now; each says how it is and not what became of it, so that again does no harm. */
public sealed interface Change {

    /** Whether whoever takes it in may be trusted afterwards. */
    default boolean understood() {
        return true;
    }

    void applyTo(BorderMemory memory);

    record OfTrader(TraderState state) implements Change {

        @Override
        public void applyTo(BorderMemory memory) {
            memory.put(state);
        }
    }

    /** One version of a driver's card. @param stored if not, it can only take validity away */
    record OfCard(Known known, boolean stored) implements Change {

        @Override
        public void applyTo(BorderMemory memory) {
            if (stored) {
                memory.keep(known);
            } else {
                memory.hear(known);
            }
        }
    }

    /** All versions of the rules. */
    record OfRules(Policies policies) implements Change {

        @Override
        public void applyTo(BorderMemory memory) {
            memory.policies(policies);
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
        public void applyTo(BorderMemory memory) {}
    }

    /** A kind that this program does not know, of which the sender says that it takes nothing away from anybody. */
    record Ignorable(String kind) implements Change {

        @Override
        public void applyTo(BorderMemory memory) {}
    }
}
