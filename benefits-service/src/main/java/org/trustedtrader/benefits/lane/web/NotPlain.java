package org.trustedtrader.benefits.lane.web;

/** A body that is not written the plain way, right or wrong: the standard chain says which. */
final class NotPlain extends RuntimeException {

    static final NotPlain REQUEST = new NotPlain();

    private NotPlain() {
        super("not plain", null, false, false);
    }
}
