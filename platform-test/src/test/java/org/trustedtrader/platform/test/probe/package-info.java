/** A service without a database, on which what all endpoints have in common is tested over real HTTP. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.platform.test.probe;
