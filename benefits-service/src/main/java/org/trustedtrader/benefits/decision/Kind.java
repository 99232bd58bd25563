package org.trustedtrader.benefits.decision;

/** A kind of question that is journalled, and how its answer is derived again from history. */
public interface Kind {

    String name();

    Class<? extends Record> question();

    Class<? extends Record> answer();

    /** The answer that the same question gives with the same versions at the same moment. */
    Record again(JournalEntry entry);
}
