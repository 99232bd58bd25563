package org.trustedtrader.benefits.eligibility.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.policy.Benefit;

/** A line of a stream as it is asked. Like an item of a batch, with a time and benefit of its own. */
record LineRequest(
        @Nullable String scheme,
        @Nullable String id,
        @Nullable Instant asOf,
        @Nullable Instant at,
        @Nullable Benefit benefit) {}
