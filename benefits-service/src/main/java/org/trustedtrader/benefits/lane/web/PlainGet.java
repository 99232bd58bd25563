package org.trustedtrader.benefits.lane.web;

import org.jspecify.annotations.Nullable;

/**
 * A single question about now, asked in the plainest way by whoever asked before on the same connection.
 *
 * @param traceparent as it was written; null if it was not
 */
record PlainGet(
        String scheme, String id, Admitted caller, @Nullable String traceparent) {

    String path() {
        return "/v1/eligibility/" + scheme + "/" + id;
    }
}
