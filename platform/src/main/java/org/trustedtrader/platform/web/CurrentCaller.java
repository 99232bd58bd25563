package org.trustedtrader.platform.web;

import org.trustedtrader.platform.aggregate.Actor;

/** Knows who makes the request that is being handled. */
@FunctionalInterface
public interface CurrentCaller {

    /** The caller; a request of nobody is answered with 401. */
    Actor actor();
}
