/** Identifiers, regions, postal codes and telephone numbers: one written form each, whatever way people type them. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.platform.identifier;
