package org.trustedtrader.assessment.config.files;

/** A data file of the catalogue cannot be used; the message names the file, the criterion and what is wrong. */
public final class CatalogueException extends RuntimeException {

    CatalogueException(String where, Exception cause) {
        super("The criteria catalogue cannot be used. " + where + ": " + cause.getMessage(), cause);
    }
}
