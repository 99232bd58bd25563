/** Storage of what was given out. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.benefits.recognition.export.mongo;
