/** The settings of the gateway, and the guard that keeps the demo's published secrets out of real installations. */
@NullMarked
package org.trustedtrader.gateway.config;

import org.jspecify.annotations.NullMarked;
