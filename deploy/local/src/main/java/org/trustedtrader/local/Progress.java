package org.trustedtrader.local;

import java.time.Duration;

/** Hears how a start gets on. */
public interface Progress {
    Progress SILENT = new Progress() {
        @Override
        public void note(String part, String text) {}

        @Override
        public void ready(String part, String description, boolean already, Duration took) {}
    };

    /** Something that takes a while, such as a download. */
    void note(String part, String text);

    /** @param already whether the part had been running before */
    void ready(String part, String description, boolean already, Duration took);
}
