package org.trustedtrader.acceptance.journey;

import java.util.List;

/** Is given each step as it ends. */
interface StoryReporter {

    void report(StepResult result);

    /** Called once, after the last step or the first that failed. */
    void finish(List<StepResult> all);
}
