/** Versions of the rules over HTTP. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.benefits.policy.web;
