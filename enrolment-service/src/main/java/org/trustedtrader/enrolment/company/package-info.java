/** Companies, each known by its business number. The domain here knows no Spring, database or HTTP. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.company;
