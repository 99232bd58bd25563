/** Everything that is measured, ours and theirs, behind one interface. */
@NullMarked
package org.trustedtrader.bench.subject;

import org.jspecify.annotations.NullMarked;
