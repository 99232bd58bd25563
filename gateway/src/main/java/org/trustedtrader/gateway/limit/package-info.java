/** How many requests a caller may make. */
@NullMarked
package org.trustedtrader.gateway.limit;

import org.jspecify.annotations.NullMarked;
