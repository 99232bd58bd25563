package org.trustedtrader.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;
import org.trustedtrader.bench.process.Installed;
import org.trustedtrader.bench.process.Place;
import org.trustedtrader.bench.process.Trouble;

/** The closed loop: every connection asks again as soon as it is answered, which finds out how much there can be. */
public final class Wrk {

    private static final int CONNECTIONS = 32;
    private static final Pattern DONE =
            Pattern.compile("ttp requests=(\\d+) micros=(\\d+) refused=(\\d+) broken=(\\d+)");

    private final Place place;
    private final Requests requests;
    private final int every;
    private final Path middles;

    /** @param every which answers are kept: the first and each so-manieth after it, none if 0 */
    public Wrk(Place place, Requests requests, int every) {
        this.place = place;
        this.requests = requests;
        this.every = every;
        this.middles = place.newFile("requests");
        try {
            Files.write(middles, requests.middles());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Ran run(Duration time) {
        var kept = place.newFile("answers");
        var script = place.write("wrk-" + kept.getFileName() + ".lua", script(kept));
        var began = Instant.now();
        var said = place.run(
                "wrk",
                List.of(
                        Installed.need("wrk").toString(),
                        "-t1",
                        "-c" + CONNECTIONS,
                        "-d" + Math.max(1, time.toSeconds()) + "s",
                        "--timeout",
                        "10s",
                        "-s",
                        script.toString(),
                        "http://127.0.0.1:" + requests.port() + "/"),
                time.plusSeconds(60));
        var done = DONE.matcher(said);
        if (!done.find()) {
            throw new Trouble("wrk says: " + said);
        }
        var all = Long.parseLong(done.group(1));
        var failed = Long.parseLong(done.group(3)) + Long.parseLong(done.group(4));
        var seconds = Long.parseLong(done.group(2)) / 1e6;
        return new Ran(all - Long.parseLong(done.group(3)), failed, seconds, new Histogram(3), looked(kept, began));
    }

    private String script(Path kept) {
        return """
                local head, tail, middles, n = %s, %s, {}, 0
                for line in io.lines("%s") do middles[#middles + 1] = line end
                request = function()
                  n = n %% #middles + 1
                  return head .. middles[n] .. tail
                end
                %s
                done = function(summary)
                  local e = summary.errors
                  print(string.format("ttp requests=%%d micros=%%d refused=%%d broken=%%d",
                    summary.requests, summary.duration, e.status, e.connect + e.read + e.write + e.timeout))
                end
                """.formatted(
                        quoted(requests.head()), quoted(requests.tail()), middles, every == 0 ? "" : keeping(kept));
    }

    private String keeping(Path kept) {
        return """
                local file, answers = nil, 0
                response = function(status, headers, body)
                  answers = answers + 1
                  if (answers - 1) %% %d == 0 and status == 200 then
                    file = file or io.open("%s", "wb")
                    file:write(#body, "\\n", body)
                    file:flush()
                  end
                end
                """.formatted(every, kept);
    }

    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\r", "\\r")
                        .replace("\n", "\\n")
                + '"';
    }

    /** wrk does not say which question an answer belongs to; the answer itself does. */
    private static List<Looked> looked(Path kept, Instant began) {
        List<Looked> all = new ArrayList<>();
        if (!Files.exists(kept)) {
            return all;
        }
        try {
            var bytes = Files.readAllBytes(kept);
            Files.delete(kept);
            for (int at = 0; at < bytes.length; ) {
                var length = 0;
                while (bytes[at] != '\n') {
                    length = length * 10 + bytes[at++] - '0';
                }
                at++;
                all.add(new Looked(-1, began, Arrays.copyOfRange(bytes, at, at + length)));
                at += length;
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
