/** Signs people in at Keycloak, keeps their tokens here, and tells browsers and programs apart. */
@NullMarked
package org.trustedtrader.gateway.signin;

import org.jspecify.annotations.NullMarked;
