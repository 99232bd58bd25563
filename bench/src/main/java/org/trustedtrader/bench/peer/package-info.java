/** Servers of others, started from what is installed, on free ports of loopback and with all data in the bench's folder. */
@NullMarked
package org.trustedtrader.bench.peer;

import org.jspecify.annotations.NullMarked;
