package org.trustedtrader.local;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.h2.mvstore.MVStore;

/**
 * A MongoDB-compatible server inside a JVM, for machines without a MongoDB. In its durable form a write that was
 * acknowledged survives {@code kill -9}; it is no replica set and keeps nothing safe from a power cut.
 */
public final class EmbeddedMongo implements AutoCloseable {
    private static final int RETENTION_MILLIS = 2_000;
    private static final int CACHE_MEGABYTES = 32;

    private final MongoServer server;
    private final InetSocketAddress address;

    private EmbeddedMongo(MVStore store, int port, LongSupplier room) {
        server = new MongoServer(new DurableBackend(store, room));
        server.bind("127.0.0.1", port);
        address = server.getLocalAddress();
    }

    /** A fresh, empty server on a free port of the loopback interface; its data go with it. */
    public static EmbeddedMongo inMemory() {
        return inMemory(0);
    }

    /** Like {@link #inMemory()}, on the given port (0: a free one). */
    public static EmbeddedMongo inMemory(int port) {
        return new EmbeddedMongo(MVStore.open(null), port, () -> Long.MAX_VALUE);
    }

    /** A server whose data live in one file, created with its folder where missing. */
    public static EmbeddedMongo durable(Path file, int port) {
        var folder = file.toAbsolutePath().getParent().toFile();
        return durable(file, port, folder::getUsableSpace);
    }

    /** @param room bytes that are left on the disk */
    static EmbeddedMongo durable(Path file, int port, LongSupplier room) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new EmbeddedMongo(open(file), port, room);
    }

    private static MVStore open(Path file) {
        MVStore store = new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .cacheSize(CACHE_MEGABYTES)
                .open();
        store.setRetentionTime(RETENTION_MILLIS);
        return store;
    }

    public int port() {
        return address.getPort();
    }

    public String uri() {
        return "mongodb://127.0.0.1:" + port();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    /** Runs until its process is ended: {@code <port> <file>}. */
    public static void main(String[] args) {
        EmbeddedMongo mongo = durable(Path.of(args[1]), Integer.parseInt(args[0]));
        Runtime.getRuntime().addShutdownHook(new Thread(mongo::close));
        System.out.println("ready " + mongo.uri());
    }
}
