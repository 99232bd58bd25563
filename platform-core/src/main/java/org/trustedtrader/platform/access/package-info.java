/** Who may do what: the roles that tokens carry. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.platform.access;
