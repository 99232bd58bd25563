/** The whole platform, started once for all tests of a run. */
@NullMarked
package org.trustedtrader.acceptance;

import org.jspecify.annotations.NullMarked;
