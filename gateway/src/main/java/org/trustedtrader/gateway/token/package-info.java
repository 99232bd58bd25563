/** Checks the access tokens of programs. */
@NullMarked
package org.trustedtrader.gateway.token;

import org.jspecify.annotations.NullMarked;
