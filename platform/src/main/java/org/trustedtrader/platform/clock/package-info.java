/** The programme's time, which a demonstration may move, apart from the machine's. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.platform.clock;
