/** Which request goes to which service, and what of it is passed on. */
@NullMarked
package org.trustedtrader.gateway.routes;

import org.jspecify.annotations.NullMarked;
