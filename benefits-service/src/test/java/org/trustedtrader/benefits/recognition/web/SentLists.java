package org.trustedtrader.benefits.recognition.web;

import org.springframework.http.MediaType;
import org.trustedtrader.benefits.recognition.SentRows;

/** Lets tests read a list as the import does. */
public final class SentLists {

    private SentLists() {}

    public static SentRows of(byte[] body, String type) {
        return ListBody.rows(body, MediaType.parseMediaType(type));
    }
}
