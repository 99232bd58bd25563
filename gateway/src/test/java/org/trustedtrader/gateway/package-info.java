/** The gateway as its callers see it: a running one, in front of stub services and a stub or a real issuer. */
@NullMarked
package org.trustedtrader.gateway;

import org.jspecify.annotations.NullMarked;
