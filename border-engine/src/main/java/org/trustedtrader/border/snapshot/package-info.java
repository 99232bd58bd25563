/** A memory on disk, for a start in seconds. No Spring here. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.border.snapshot;
