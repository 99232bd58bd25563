/** Past decisions over HTTP. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.benefits.decision.web;
