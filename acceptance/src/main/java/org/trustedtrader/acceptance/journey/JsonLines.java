package org.trustedtrader.acceptance.journey;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Tells the story for a machine: one JSON object per step. {@code tookMillis} is wall time. */
final class JsonLines implements Telling {

    private final PrintStream out;
    private int step;

    JsonLines(PrintStream out) {
        this.out = out;
    }

    @Override
    public void tell(Told told) {
        var line = new LinkedHashMap<String, Object>();
        line.put("step", ++step);
        line.put("chapter", told.chapter().number());
        line.put("title", told.chapter().title());
        line.put("who", told.who());
        line.put("what", told.what());
        line.put("ok", told.ok());
        line.put("result", told.result());
        line.put("tookMillis", told.took().toMillis());
        line.putAll(told.figures());
        out.println(JsonMapper.shared().writeValueAsString(line));
    }

    @Override
    public void end(List<Told> all) {
        out.flush();
    }
}
