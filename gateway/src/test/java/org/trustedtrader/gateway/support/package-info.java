/** Stand-ins for what surrounds the gateway. */
@NullMarked
package org.trustedtrader.gateway.support;

import org.jspecify.annotations.NullMarked;
