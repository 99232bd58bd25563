/** The measures of a site over HTTP. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.assessment.sitemeasure.web;
