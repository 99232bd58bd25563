package org.trustedtrader.assessment.profile;

import java.io.InputStream;
import java.time.Instant;

/**
 * Where the bytes of evidence are. They are stored before an assessment refers to them, so that an accepted answer
 * never points to nothing; what no assessment came to refer to is discarded.
 */
public interface EvidenceStore {

    /**
     * Bytes on their way into an assessment.
     *
     * @param content where they are to be stored
     */
    record Upload(String assessment, String content, byte[] bytes) {}

    /** An id under which nothing is stored yet. */
    String newContent();

    /**
     * Stores the bytes durably and returns when they are safe; until they are kept, they wait.
     *
     * @param room how many bytes of that assessment may wait at once, these among them
     * @return false if there is less room, as others are being sent; nothing is stored then
     */
    boolean store(Upload upload, long room);

    /** To be called once an assessment refers to the bytes; if a crash forbids that, discarding finds out by itself. */
    void keep(String content);

    void discard(String content);

    /** The bytes; fails before the first one is read if any of them is missing. */
    InputStream open(EvidenceFile file);

    /**
     * Discards what has been waiting since before that time (machine time) and is referred to by no assessment.
     *
     * @return how many files were discarded
     */
    int discardForgotten(Instant before);
}
