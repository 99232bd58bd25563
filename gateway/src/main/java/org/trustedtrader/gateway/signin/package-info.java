/** Signs people in at Keycloak and out again. */
@NullMarked
package org.trustedtrader.gateway.signin;

import org.jspecify.annotations.NullMarked;
