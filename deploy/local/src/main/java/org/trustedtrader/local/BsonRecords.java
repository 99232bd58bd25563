package org.trustedtrader.local;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Documents in the store's file as BSON, which takes a fraction of what serialized Java objects do. */
final class BsonRecords extends BasicDataType<Document> {

    /** What a document takes in memory, more or less, for each byte of its BSON. */
    private static final int MEMORY_FACTOR = 4;

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }

    @Override
    public int getMemory(Document document) {
        return encode(document).readableBytes() * MEMORY_FACTOR;
    }

    @Override
    public void write(WriteBuffer target, Document document) {
        target.put(encode(document).nioBuffer());
    }

    @Override
    public Document read(ByteBuffer source) {
        ByteBuf bytes = Unpooled.wrappedBuffer(source);
        Document document = BsonDecoder.decodeBson(bytes);
        source.position(source.position() + bytes.readerIndex());
        return document;
    }

    private static ByteBuf encode(Document document) {
        ByteBuf bytes = Unpooled.buffer();
        BsonEncoder.encodeDocument(document, bytes);
        return bytes;
    }
}
