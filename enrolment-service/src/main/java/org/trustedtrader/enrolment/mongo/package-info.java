/** How the values of this service lie in documents. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.mongo;
