/** Validation visits: planned, agreed with the company, carried out, reported and closed. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.validation;
