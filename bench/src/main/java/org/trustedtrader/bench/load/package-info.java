/** Load over HTTP: closed loop for capacity, open loop for latency, and the answers that are looked at. */
@NullMarked
package org.trustedtrader.bench.load;

import org.jspecify.annotations.NullMarked;
