package org.trustedtrader.validation.visit;

import java.util.Optional;

/** One rule that a slot has to keep. */
@FunctionalInterface
public interface SlotRule {

    Optional<Objection> objection(SlotQuestion question);
}
