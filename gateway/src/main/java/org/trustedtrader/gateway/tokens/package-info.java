/** Checks the access tokens of programs. */
@NullMarked
package org.trustedtrader.gateway.tokens;

import org.jspecify.annotations.NullMarked;
