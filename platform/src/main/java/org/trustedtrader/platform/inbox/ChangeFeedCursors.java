package org.trustedtrader.platform.inbox;

/** How far this service has read each change feed. */
interface ChangeFeedCursors {

    /** Empty at the beginning. */
    String of(String feed);

    void keep(String feed, String next);
}
