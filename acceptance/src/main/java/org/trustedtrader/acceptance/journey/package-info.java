/** A carrier and an importer travel from application to the FAST lane, and out of it again. */
@NullMarked
package org.trustedtrader.acceptance.journey;

import org.jspecify.annotations.NullMarked;
