/** Keeps the demo's published secrets out of real installations. */
@NullMarked
package org.trustedtrader.gateway.secret;

import org.jspecify.annotations.NullMarked;
