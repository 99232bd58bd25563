/** What services tell each other: one envelope for every event. No Spring here. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.platform.event;
