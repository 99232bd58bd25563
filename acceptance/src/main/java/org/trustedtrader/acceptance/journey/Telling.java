package org.trustedtrader.acceptance.journey;

import java.util.List;

/** Hears each step as it ends. */
interface Telling {

    void tell(Told told);

    /** Called once, after the last step or the first that failed. */
    void end(List<Told> all);
}
