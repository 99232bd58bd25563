package org.trustedtrader.enrolment.clock;

import org.trustedtrader.platform.aggregate.Repository;

/** The one programme clock, once it was moved. */
public interface ProgrammeClocks extends Repository<ClockMovements> {}
