/** How letters are stored and numbered. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.letter.mongo;
