/** Planning over HTTP. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.validation.planning.web;
