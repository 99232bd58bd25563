package org.trustedtrader.platform.mongo.codec;

import java.util.Map;
import java.util.function.Consumer;
import org.bson.Document;

/** One of several records, told apart by a field that names it. */
record VariantCodec(String discriminator, Map<String, DocumentCodec> byName, Map<Class<?>, String> names)
        implements ValueCodec {

    @Override
    public Object write(Object value) {
        var name = names.get(value.getClass());
        var document = new Document(discriminator, name);
        document.putAll(byName.get(name).write(value));
        return document;
    }

    @Override
    public Object read(Object stored, Consumer<String> unknown) {
        var name = ((Document) stored).getString(discriminator);
        var codec = byName.get(name);
        if (codec == null) {
            throw new StoredFormException(discriminator + " names no known variant");
        }
        return codec.read(stored, unknown);
    }
}
