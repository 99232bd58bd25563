/** Keeps a demonstration's published secrets out of real installations. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.platform.secret;
