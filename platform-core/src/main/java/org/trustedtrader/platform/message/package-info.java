/** Texts for people in English and French: a key with arguments, rendered when somebody reads it. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.platform.message;
