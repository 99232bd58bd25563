package org.trustedtrader.local;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.ValueComparator;
import java.nio.ByteBuffer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.ObjectDataType;

/** Keys of an index in MongoDB's order of values; without it each comparison would serialize both. */
final class BsonKeyOrder extends BasicDataType<KeyValue> {

    private static final ValueComparator ORDER = ValueComparator.ascWithoutListHandling();

    private final ObjectDataType objects = new ObjectDataType();

    @Override
    public KeyValue[] createStorage(int size) {
        return new KeyValue[size];
    }

    @Override
    public int compare(KeyValue one, KeyValue other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = ORDER.compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    @Override
    public int getMemory(KeyValue key) {
        return objects.getMemory(key);
    }

    @Override
    public void write(WriteBuffer target, KeyValue key) {
        target.putVarInt(key.size());
        key.forEach(value -> objects.write(target, value));
    }

    @Override
    public KeyValue read(ByteBuffer source) {
        Object[] values = new Object[DataUtils.readVarInt(source)];
        for (int i = 0; i < values.length; i++) {
            values[i] = objects.read(source);
        }
        return new KeyValue(values);
    }
}
