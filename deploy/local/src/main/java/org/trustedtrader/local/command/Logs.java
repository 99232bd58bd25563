package org.trustedtrader.local.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.trustedtrader.local.LauncherException;
import org.trustedtrader.local.LocalPlatform;
import org.trustedtrader.local.LogFile;
import org.trustedtrader.local.PlatformPlan;

/** Shows the log of one part, and with {@code -f} what is added to it. */
final class Logs implements Command {
    private static final int LINES = 200;
    private static final long MILLIS_BETWEEN_LOOKS = 250;

    @Override
    public String name() {
        return "logs";
    }

    @Override
    public String help() {
        return "NAME [-f]: the log of " + String.join(", ", PlatformPlan.ALL);
    }

    @Override
    public int run(Checkout checkout, List<String> arguments) throws Exception {
        List<String> names = Checkout.without(arguments, "-f");
        LocalPlatform platform = checkout.platform();
        if (names.size() != 1) {
            throw new LauncherException("Whose log? ./ttp logs NAME [-f], NAME is one of " + platform.names() + ".");
        }
        Path log = platform.log(names.getFirst());
        if (!Files.exists(log)) {
            throw new LauncherException("There is no log of '" + names.getFirst() + "'; it has not run yet.");
        }
        long shown = showEnd(log);
        while (arguments.contains("-f")) {
            Thread.sleep(MILLIS_BETWEEN_LOOKS);
            shown = showFrom(log, shown);
        }
        return 0;
    }

    private static long showEnd(Path log) throws IOException {
        long size = Files.size(log);
        LogFile.lastLines(log, LINES).forEach(System.out::println);
        return size;
    }

    private static long showFrom(Path log, long position) throws IOException {
        try (var channel = Files.newByteChannel(log)) {
            if (channel.size() > position) {
                var buffer = ByteBuffer.allocate((int) Math.min(1 << 20, channel.size() - position));
                channel.position(position).read(buffer);
                System.out.write(buffer.array(), 0, buffer.position());
                System.out.flush();
                return position + buffer.position();
            }
        }
        return Math.min(position, Files.size(log)); // shorter than before: the log was rotated
    }
}
