package org.trustedtrader.border.memory;

import org.trustedtrader.border.eligibility.TraderState;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.trader.Revision;

/** Receives every change after it took effect, in order, on the thread that made it: must return at once. */
public interface StatusListener {

    StatusListener NONE = new StatusListener() {
        @Override
        public void changed(TraderState trader) {}

        @Override
        public void restricted(String bn9, Revision received, long now) {}

        @Override
        public void changed(Revision card, boolean stored) {}

        @Override
        public void changed(Policies policies) {}
    };

    void changed(TraderState trader);

    /** Called when {@link BorderMemory#narrow} was. */
    void restricted(String bn9, Revision received, long now);

    /**
     * @param card   a version of a driver's card
     * @param stored before it is stored it can only take validity away
     */
    void changed(Revision card, boolean stored);

    void changed(Policies policies);
}
