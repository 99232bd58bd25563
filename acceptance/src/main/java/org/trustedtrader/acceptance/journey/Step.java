package org.trustedtrader.acceptance.journey;

import java.util.function.Supplier;

/** One thing that somebody does in the story. The action throws if the platform answers otherwise than the story says. */
record Step(Chapter chapter, String who, String what, Supplier<Outcome> action) {}
