package org.trustedtrader.enrolment.drivercard;

import org.trustedtrader.platform.aggregate.Repository;

/** All registered cards, by number. */
public interface DriverCards extends Repository<DriverCard> {}
