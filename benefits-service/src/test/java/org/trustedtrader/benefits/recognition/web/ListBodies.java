package org.trustedtrader.benefits.recognition.web;

import org.springframework.http.MediaType;
import org.trustedtrader.benefits.recognition.RawRows;

/** Lets tests read a list as the import does. */
public final class ListBodies {

    private ListBodies() {}

    public static RawRows of(byte[] body, String type) {
        return ListBody.rows(body, MediaType.parseMediaType(type));
    }
}
