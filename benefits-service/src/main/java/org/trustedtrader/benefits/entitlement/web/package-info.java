/** Entitlements over HTTP. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.benefits.entitlement.web;
