/** The traders that are asked about, who changes while they are, and what the right answer is. */
@NullMarked
package org.trustedtrader.bench.crowd;

import org.jspecify.annotations.NullMarked;
