/** Examination rates over HTTP. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.benefits.examination.web;
