/** Keeps every known state as a document of its own, inserted once and never changed. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.benefits.status.mongo;
