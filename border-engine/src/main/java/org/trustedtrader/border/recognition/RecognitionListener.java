package org.trustedtrader.border.recognition;

import java.util.List;

/**
 * Receives every change before readers see it, those of one member in order, on the thread that makes it: must return at
 * once, and must not read the members.
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
