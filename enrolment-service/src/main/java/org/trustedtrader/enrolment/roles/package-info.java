/** The roles that this service tells apart. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.roles;
