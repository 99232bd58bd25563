/** Moves records that another service owned before. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.migration;
