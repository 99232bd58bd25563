/** A copy of the border service's status, and the same answers from it without a network. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.border.client;
