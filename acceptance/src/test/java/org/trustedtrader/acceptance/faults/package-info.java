/** What the platform keeps when its parts are killed, cut off and fed nonsense. */
@NullMarked
package org.trustedtrader.acceptance.faults;

import org.jspecify.annotations.NullMarked;
