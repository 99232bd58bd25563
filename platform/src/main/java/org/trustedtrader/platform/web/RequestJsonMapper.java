package org.trustedtrader.platform.web;

import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what callers send: the JSON of everything else, whose texts are checked too. Events and stored JSON are read without
 * that check, since a text that came in before it must not stop them.
 */
public record RequestJsonMapper(JsonMapper json) {

    public static RequestJsonMapper of(JsonMapper json) {
        return new RequestJsonMapper(json.rebuild().addModule(new TextModule()).build());
    }
}
