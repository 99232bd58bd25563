package org.trustedtrader.platform.tracing;

/** The trace that the current work belongs to, in W3C form, so that it can travel with an event and be taken up again. */
public interface TraceContext {

    /** TraceContext nothing; for tests and tools. */
    TraceContext NONE = new TraceContext() {
        @Override
        public String current() {
            return "";
        }

        @Override
        public void continuing(String traceparent, Runnable work) {
            work.run();
        }
    };

    /** The {@code traceparent} of the current work, empty if it is not traced. */
    String current();

    /** Runs the work as part of that trace, or of a new one if {@code traceparent} is empty or no valid one. */
    void continuing(String traceparent, Runnable work);
}
