/** The status at the start and end of this process: from a snapshot or from the store. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.benefits.status;
