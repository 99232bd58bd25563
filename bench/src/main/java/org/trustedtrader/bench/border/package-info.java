/** Our side: the real services on the real parts, with a stand-in for enrolment that announces the crowd. */
@NullMarked
package org.trustedtrader.bench.border;

import org.jspecify.annotations.NullMarked;
