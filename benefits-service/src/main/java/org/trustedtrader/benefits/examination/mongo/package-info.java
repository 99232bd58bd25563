/** Tallies of examinations, kept with the journal's blocks. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.benefits.examination.mongo;
