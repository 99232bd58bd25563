/** Mutual recognition: partners' lists of members taken in, and ours given out. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.benefits.recognition;
