package org.trustedtrader.bench.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.trustedtrader.border.snapshot.SnapshotFile;
import org.trustedtrader.border.test.World;

/** Writes a world as the service keeps its memory on disk, so that a million traders need not be announced one by one. */
public final class WorldSnapshot {

    private WorldSnapshot() {}

    /** @param arguments how many traders, the name of the store that they are said to be of, and the file */
    public static void main(String[] arguments) throws IOException {
        var world = new World(1, Integer.parseInt(arguments[0]), 0);
        var image = Memory.of(world, Shipped.policies()).columns().image();
        new SnapshotFile(Path.of(arguments[2])).write(new SnapshotFile.Content(arguments[1], Map.of(), image));
    }
}
