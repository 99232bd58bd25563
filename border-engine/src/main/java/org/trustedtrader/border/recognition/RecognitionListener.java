package org.trustedtrader.border.recognition;

import java.util.List;

/**
 * Told of every change before anybody sees it, those of one member in their order, by the one that makes it: must return at
 * once, and ask nothing of whom it is told.
 */
public interface RecognitionListener {

    RecognitionListener NONE = new RecognitionListener() {
        @Override
        public void arranged(List<Arrangement> all) {}

        @Override
        public void changed(MemberFact member, boolean stored) {}

        @Override
        public void refreshed(String partner, List<Refresh> all) {}
    };

    /** @param all every arrangement there is */
    void arranged(List<Arrangement> all);

    /** @param stored before it is stored it can only take away */
    void changed(MemberFact member, boolean stored);

    /** @param all every list of that partner that is remembered */
    void refreshed(String partner, List<Refresh> all);
}
