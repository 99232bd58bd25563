package org.trustedtrader.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A seed that shows a difference shows it again: its play depends on nothing that a JVM draws for itself, such as the order of its sets. */
class SameSeedTest {

    private static final int MANY = 40;

    @Test
    void theSameSeedIsTheSamePlayInEveryJvm() throws Exception {
        var one = hashInJvmWhoseSetsAreOrdered("ab");
        assertThat(hashInJvmWhoseSetsAreOrdered("ba")).isEqualTo(one);
    }

    private static String hashInJvmWhoseSetsAreOrdered(String order) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classPath = System.getProperty("java.class.path");
        for (int i = 0; i < MANY; i++) {
            var command = List.of(
                    java,
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-cp",
                    classPath,
                    TracedRun.class.getName(),
                    order,
                    "1",
                    "6",
                    "10");
            var jvm = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var hash = new String(jvm.getInputStream().readAllBytes()).strip();
            var status = jvm.waitFor();
            if (status != TracedRun.OTHER_ORDER) {
                assertThat(status).isZero();
                return hash;
            }
        }
        throw new AssertionError("none of " + MANY + " JVMs ordered a set as " + order);
    }
}
