/** Small genuine documents and photographs that a company attaches to its answers. */
@NullMarked
package org.trustedtrader.acceptance.evidence;

import org.jspecify.annotations.NullMarked;
