/** Consents over HTTP. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.benefits.consent.web;
