/** Members of mutual-recognition partners' programmes, in memory, ready to be asked about by their TIN. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.border.recognition;
