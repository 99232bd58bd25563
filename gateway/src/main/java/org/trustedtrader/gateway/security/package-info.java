/** The security filter chains: who may come in, and with what proof. */
@NullMarked
package org.trustedtrader.gateway.security;

import org.jspecify.annotations.NullMarked;
