/** Crossings and ports over HTTP. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.benefits.crossing.web;
