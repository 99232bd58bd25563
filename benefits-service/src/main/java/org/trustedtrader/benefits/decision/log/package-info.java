/**
 * An append-only log of byte records in memory-mapped files, shipped as blocks to a store elsewhere. What a record means is
 * not known here.
 */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.benefits.decision.log;
