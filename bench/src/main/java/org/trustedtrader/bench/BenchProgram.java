package org.trustedtrader.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.trustedtrader.bench.process.Cpu;
import org.trustedtrader.bench.process.Place;
import org.trustedtrader.bench.process.Trouble;
import org.trustedtrader.bench.result.OtherResults;
import org.trustedtrader.bench.result.PerformancePage;
import org.trustedtrader.bench.result.Results;
import org.trustedtrader.bench.result.Tables;
import org.trustedtrader.bench.subject.Subject;

/** The program behind {@code ./ttp bench}. Exit status 1 if an answer was wrong, 2 if nothing could be measured. */
public final class BenchProgram {

    /** Measured where officers and several replicas are. */
    private static final Set<String> ELSEWHERE = Set.of("suspension");

    private BenchProgram() {}

    public static void main(String[] arguments) {
        LoggingSystem.get(BenchProgram.class.getClassLoader()).setLogLevel("ROOT", LogLevel.ERROR);
        int status;
        try {
            status = run(Path.of(System.getProperty("ttp.root", ".")).toRealPath(), List.of(arguments));
        } catch (Trouble trouble) {
            System.err.println(trouble.getMessage());
            status = 2;
        } catch (IOException e) {
            System.err.println("The result could not be kept: " + e.getMessage());
            status = 2;
        }
        System.exit(status);
    }

    private static int run(Path root, List<String> arguments) throws IOException {
        if (!Cpu.known()) {
            throw new Trouble("This needs /proc, from which it reads what CPU each process has used.");
        }
        var options = Options.of(root, arguments);
        Results results;
        try (var place = new Place()) {
            var subjects = new Subjects(options.plan(), place, root);
            var wanted = wanted(subjects.all(), options);
            results = new Run(wanted, options.plan().rounds(), System.out).measure(subjects::startChanges);
            if (place.isClosed()) {
                throw new Trouble("The bench was interrupted: nothing is kept.");
            }
        }
        new OtherResults(root.resolve(".ttp/bench"), Instant.now()).addTo(results, ELSEWHERE);
        var tables = new Tables(results, options.text()).text();
        System.out.println("\n" + tables);
        keep(root, options, tables, results.isVoid());
        return results.isVoid() ? 1 : 0;
    }

    private static List<Subject> wanted(List<Subject> all, Options options) {
        var names = all.stream().map(Subject::name).toList();
        for (var name : options.only()) {
            if (!names.contains(name)) {
                throw new Trouble("There is no '" + name + "' to measure; there are " + String.join(",", names) + ".");
            }
        }
        return all.stream().filter(subject -> options.wants(subject.name())).toList();
    }

    private static void keep(Path root, Options options, String tables, boolean isVoid) throws IOException {
        Files.createDirectories(root.resolve(".ttp/bench"));
        Files.writeString(root.resolve(".ttp/bench/last.md"), tables + "\n");
        if (options.whole() && !isVoid) {
            new PerformancePage(root.resolve("docs/performance.md")).write(tables);
        }
    }
}
