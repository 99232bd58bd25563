package org.trustedtrader.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines for programs on the JDK that runs this one. */
final class JavaCommand {
    private JavaCommand() {}

    /** A main class of this module, on the class path of the running program. */
    static List<String> ofMain(Class<?> main, List<String> flags, Object... arguments) {
        List<String> command = new ArrayList<>(List.of(LocalSettings.java().toString()));
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return command;
    }

    static List<String> ofJar(Path jar, List<String> flags) {
        List<String> command = new ArrayList<>(List.of(LocalSettings.java().toString()));
        command.addAll(flags);
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }
}
