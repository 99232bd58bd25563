package org.trustedtrader.validation.visit;

import java.util.Optional;
import org.trustedtrader.validation.visit.SlotPolicy.Objection;

/** The officers who may carry out visits. */
@FunctionalInterface
public interface Validators {

    /** Why that officer may not carry out a visit to that company; empty if nothing speaks against it. */
    Optional<Objection> objection(String officer, String company);
}
