/** What somebody with bad intentions can try from outside. */
@NullMarked
package org.trustedtrader.acceptance.attacks;

import org.jspecify.annotations.NullMarked;
