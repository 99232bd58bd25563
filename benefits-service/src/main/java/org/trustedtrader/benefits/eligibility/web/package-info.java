/** Questions about identifiers, one or thousands, over HTTP. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.benefits.eligibility.web;
