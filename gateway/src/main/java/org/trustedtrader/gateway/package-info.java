/** The one address of the platform: routes, sign-in, token checks, limits, API documentation. */
@NullMarked
package org.trustedtrader.gateway;

import org.jspecify.annotations.NullMarked;
