@org.jspecify.annotations.NullMarked
package org.trustedtrader.assessment.threatlist.mongo;
