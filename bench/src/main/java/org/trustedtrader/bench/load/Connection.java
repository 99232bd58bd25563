package org.trustedtrader.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Instant;

/** One kept-alive connection with at most one request under way. */
final class Connection implements AutoCloseable {

    private final SocketChannel channel;
    private final SelectionKey key;
    private final Reply reply = new Reply();
    private ByteBuffer unsent = ByteBuffer.allocate(0);
    private long request;
    private long intended;
    private Instant askedAt = Instant.EPOCH;
    private boolean waiting;

    Connection(int port, Selector selector) throws IOException {
        channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** @param due {@code System.nanoTime()} at which it was to be sent */
    void send(long number, byte[] bytes, long due) throws IOException {
        request = number;
        intended = due;
        askedAt = Instant.now();
        waiting = true;
        reply.clear();
        unsent = ByteBuffer.wrap(bytes);
        write();
    }

    private void write() throws IOException {
        channel.write(unsent);
        key.interestOps(unsent.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    /** Goes on with whatever is possible. @return whether the answer is complete */
    boolean ready() throws IOException {
        if (key.isWritable() && unsent.hasRemaining()) {
            write();
        }
        if (!key.isReadable()) {
            return false;
        }
        var room = reply.room();
        var count = channel.read(ByteBuffer.wrap(room, reply.filled(), room.length - reply.filled()));
        if (count < 0) {
            throw new EOFException("closed by the server");
        }
        waiting = !reply.received(count);
        return !waiting;
    }

    /** Whether a request is under way. */
    boolean waiting() {
        return waiting;
    }

    long intended() {
        return intended;
    }

    int status() {
        return reply.status();
    }

    Looked looked() {
        return new Looked(request, askedAt, reply.body());
    }

    @Override
    public void close() throws IOException {
        waiting = false;
        channel.close();
    }
}
