package org.trustedtrader.platform.mongo;

/** One change lost every race for its document: the database shows an old state and takes no write upon it. */
public final class ConcurrentUpdateException extends RuntimeException {

    ConcurrentUpdateException(String aggregate, String id) {
        super(aggregate + "/" + id + " could not be stored");
    }
}
