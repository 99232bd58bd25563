package org.trustedtrader.enrolment.drivercard;

import java.util.List;
import java.util.Optional;
import org.trustedtrader.platform.aggregate.Repository;

/** All batches of driver cards. */
public interface DriverCardBatches extends Repository<DriverCardBatch> {

    /** In order of id, after the given one. */
    List<DriverCardBatch> page(Optional<DriverCardBatch.State> state, Optional<String> after, int limit);
}
