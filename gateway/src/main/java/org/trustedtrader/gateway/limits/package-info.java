/** How many requests a caller may make. */
@NullMarked
package org.trustedtrader.gateway.limits;

import org.jspecify.annotations.NullMarked;
