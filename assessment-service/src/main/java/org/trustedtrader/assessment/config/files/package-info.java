/**
 * Reads the catalogue and the threat levels from their data files, and refuses a wrong one with the place and the
 * reason.
 */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.assessment.config.files;
