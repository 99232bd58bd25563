package org.trustedtrader.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trustedtrader.bench.process.Trouble;
import org.trustedtrader.bench.result.Results;
import org.trustedtrader.bench.result.Sample;
import org.trustedtrader.bench.subject.Subject;

class RunTest {

    private final List<String> measured = new ArrayList<>();

    @Test
    void interleavesRoundsAndKeepsForTheEndWhatSpoilsTheOthers() {
        run(2, new Named("restart", true), new Named("a", false), new Named("b", false));
        assertThat(measured).containsExactly("a", "b", "a", "b", "restart", "restart");
    }

    @Test
    void leavesOutWhatCouldNotBeMeasuredAndSaysWhy() {
        var results = run(2, new Broken("a"), new Named("b", false));
        assertThat(measured).containsExactly("b", "b");
        assertThat(results.skipped()).containsEntry("a", "broken");
    }

    private Results run(int rounds, Subject... subjects) {
        var silent = new PrintStream(OutputStream.nullOutputStream());
        return new Run(List.of(subjects), rounds, silent).measure(() -> {});
    }

    private final class Named implements Subject {

        private final String name;
        private final boolean last;

        Named(String name, boolean last) {
            this.name = name;
            this.last = last;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean last() {
            return last;
        }

        @Override
        public void start() {}

        @Override
        public Sample measure() {
            measured.add(name);
            return Sample.of(Map.of());
        }
    }

    private record Broken(String name) implements Subject {

        @Override
        public void start() {}

        @Override
        public Sample measure() {
            throw new Trouble("broken");
        }
    }
}
