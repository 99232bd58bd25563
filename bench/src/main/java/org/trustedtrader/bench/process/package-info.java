/** Programs that the bench starts on this machine, what CPU they use, and how they end. */
@NullMarked
package org.trustedtrader.bench.process;

import org.jspecify.annotations.NullMarked;
