package org.trustedtrader.platform.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails a test class after which something was sent to MongoDB that {@code docs/mongodb-surface.txt} does not list. */
final class MongoCommandCheck implements AfterAllCallback {

    private static final Path LIST = Path.of("docs", "mongodb-surface.txt");

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        EndpointLog.finished(context.getRequiredTestClass());
        Set<String> unlisted = unlisted(MongoCommandLog.SEEN.lines(), listed());
        if (!unlisted.isEmpty()) {
            throw new AssertionError("Not on the list of what we use of MongoDB (" + LIST
                    + "; add a line only for what MongoDB 7's manual documents): " + unlisted);
        }
    }

    static Set<String> unlisted(Set<String> seen, Set<String> listed) {
        Set<String> unlisted = new TreeSet<>(seen);
        unlisted.removeAll(listed);
        return unlisted;
    }

    /** The list's lines without comments. */
    static Set<String> listed() throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve(LIST))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new AssertionError(
                        LIST + " is not found above " + Path.of("").toAbsolutePath());
            }
        }
        return Files.readAllLines(folder.resolve(LIST)).stream()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toSet());
    }
}
