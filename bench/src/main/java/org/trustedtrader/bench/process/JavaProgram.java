package org.trustedtrader.bench.process;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Command lines for programs on the JDK and the class path that run the bench. */
public final class JavaProgram {

    private JavaProgram() {}

    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Children run in folders of their own. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Bound to the machine's last core where {@code taskset} is installed, else told to count on one. */
    public static List<String> onOneCore(String main, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>();
        var last = Runtime.getRuntime().availableProcessors() - 1;
        Installed.find("taskset")
                .ifPresent(taskset -> command.addAll(List.of(taskset.toString(), "-c", Integer.toString(last))));
        command.addAll(List.of(
                java(),
                "-XX:+UseSerialGC",
                "-XX:ActiveProcessorCount=1",
                "-Dfile.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath()));
        command.addAll(options);
        command.add(main);
        command.addAll(arguments);
        return command;
    }
}
