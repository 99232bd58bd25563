package org.trustedtrader.platform.mongo.codec;

import java.util.function.Consumer;
import java.util.function.Function;

/** One kind of value and its stored form: text, number, boolean, date, list or document; never null. */
interface ValueCodec {

    Object write(Object value);

    /** @param unknown receives each stored field that belongs to no component */
    Object read(Object stored, Consumer<String> unknown);

    @SuppressWarnings("unchecked")
    static <T, W, R> ValueCodec of(Function<T, W> write, Function<R, T> read) {
        return new ValueCodec() {
            @Override
            public Object write(Object value) {
                return write.apply((T) value);
            }

            @Override
            public Object read(Object stored, Consumer<String> unknown) {
                return read.apply((R) stored);
            }
        };
    }
}
