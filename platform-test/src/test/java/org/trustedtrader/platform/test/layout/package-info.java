/** A service that breaks every rule of architecture. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.platform.test.layout;
