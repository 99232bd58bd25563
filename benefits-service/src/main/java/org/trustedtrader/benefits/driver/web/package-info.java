/** Driver cards over HTTP. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.benefits.driver.web;
