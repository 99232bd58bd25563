/** The catalogue over HTTP. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.assessment.criteria.web;
