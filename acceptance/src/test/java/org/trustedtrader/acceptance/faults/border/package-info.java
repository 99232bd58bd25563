/** Whether the border ever trusts somebody whom it may not, while everything behind it fails. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.acceptance.faults.border;
