/** The story of the platform, played from outside through its gateway. */
@NullMarked
package org.trustedtrader.acceptance;

import org.jspecify.annotations.NullMarked;
