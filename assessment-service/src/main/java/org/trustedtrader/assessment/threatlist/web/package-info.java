/** Threat lists over HTTP. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.assessment.threatlist.web;
