/** {@code ./ttp bench}: the border and its peers, measured side by side in one run. */
@NullMarked
package org.trustedtrader.bench;

import org.jspecify.annotations.NullMarked;
