/** Visits over HTTP. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.validation.visit.web;
