/** A service of the smallest kind, notes that can be written and amended, on which the platform's promises are tested. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.platform.test.notes;
