package org.trustedtrader.acceptance.journey;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Tells the story for a machine: one JSON object per step. {@code tookMillis} is wall time. */
final class JsonLinesReporter implements StoryReporter {

    private final PrintStream out;
    private int step;

    JsonLinesReporter(PrintStream out) {
        this.out = out;
    }

    @Override
    public void report(StepResult result) {
        var line = new LinkedHashMap<String, Object>();
        line.put("step", ++step);
        line.put("chapter", result.chapter().number());
        line.put("title", result.chapter().title());
        line.put("who", result.who());
        line.put("what", result.what());
        line.put("ok", result.ok());
        line.put("result", result.result());
        line.put("tookMillis", result.took().toMillis());
        line.putAll(result.figures());
        out.println(JsonMapper.shared().writeValueAsString(line));
    }

    @Override
    public void finish(List<StepResult> all) {
        out.flush();
    }
}
