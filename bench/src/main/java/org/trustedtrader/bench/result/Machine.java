package org.trustedtrader.bench.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** On what it was measured. */
record Machine(String processor, int cores, String kernel, String jdk) {

    static Machine here() {
        return new Machine(
                modelName(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.vendor") + " " + System.getProperty("java.runtime.version"));
    }

    private static String modelName() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }

    String text() {
        return processor + ", " + cores + " cores, " + kernel + ", " + jdk;
    }
}
