package org.trustedtrader.local.command;

import java.io.PrintStream;

/** Redirects what a step prints, so that standard output holds JSON only. */
final class StandardOutput {
    private StandardOutput() {}

    interface Task {
        void run() throws Exception;
    }

    /** Runs the task; if {@code redirected}, what it prints goes to standard error. */
    static void toStandardErrorIf(boolean redirected, Task task) throws Exception {
        PrintStream output = System.out;
        if (redirected) {
            System.setOut(System.err);
        }
        try {
            task.run();
        } finally {
            System.setOut(output);
        }
    }
}
