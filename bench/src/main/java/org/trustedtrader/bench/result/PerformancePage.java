package org.trustedtrader.bench.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of a page between two markers; what people wrote around it stays. */
public final class PerformancePage {

    static final String BEGIN = "<!-- written by ./ttp bench, do not edit -->";
    static final String END = "<!-- end of what ./ttp bench has written -->";

    private final Path page;

    public PerformancePage(Path page) {
        this.page = page;
    }

    /** @throws IOException also if the markers are not there: nothing is overwritten by guess */
    public void write(String tables) throws IOException {
        var text = Files.readString(page);
        var begin = text.indexOf(BEGIN);
        var end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(page + " has lost its markers '" + BEGIN + "' and '" + END + "'");
        }
        Files.writeString(page, text.substring(0, begin + BEGIN.length()) + "\n" + tables + "\n" + text.substring(end));
    }
}
