package org.trustedtrader.local.command;

import java.io.PrintStream;

/** Sends what a step says to standard error, where standard output belongs to a machine. */
final class Quietly {
    private Quietly() {}

    interface Task {
        void run() throws Exception;
    }

    static void unless(boolean loud, Task task) throws Exception {
        PrintStream output = System.out;
        if (!loud) {
            System.setOut(System.err);
        }
        try {
            task.run();
        } finally {
            System.setOut(output);
        }
    }
}
