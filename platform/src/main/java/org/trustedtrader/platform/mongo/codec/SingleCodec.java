package org.trustedtrader.platform.mongo.codec;

import java.util.function.Consumer;
import org.bson.Document;

/** A record around one value, stored as that value. */
record SingleCodec(DocumentCodec codec, String component) implements ValueCodec {

    @Override
    public Object write(Object value) {
        var stored = codec.write(value).get(component);
        if (stored == null) {
            throw new StoredFormException(component + " is absent, and nothing else is stored of its record");
        }
        return stored;
    }

    @Override
    public Object read(Object stored, Consumer<String> unknown) {
        return codec.read(new Document(component, stored), unknown);
    }
}
