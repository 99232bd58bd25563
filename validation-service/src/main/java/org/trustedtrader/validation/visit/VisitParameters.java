package org.trustedtrader.validation.visit;

/**
 * The numbers of scheduling and reporting that policy may change.
 *
 * @param noticeDays          days between telling a company and visiting it, at least (30: PIP's written notice)
 * @param responseDays        days that a company has to respond to a report (90: PIP's and CTPAT's response period)
 * @param mostSlots           how many slots may be offered at once
 * @param mostReschedules     how often an agreed slot may be moved
 * @param rescheduleAheadDays how many days before the agreed start the company may still move it
 * @param virtualHoursFrom    shortest virtual visit, hours (3)
 * @param virtualHoursTo      longest virtual visit, hours (8)
 * @param furthestDays        how many days ahead a visit can be planned
 */
public record VisitParameters(
        int noticeDays,
        int responseDays,
        int mostSlots,
        int mostReschedules,
        int rescheduleAheadDays,
        int virtualHoursFrom,
        int virtualHoursTo,
        int furthestDays) {

    public static final VisitParameters DEFAULT = new VisitParameters(30, 90, 5, 2, 7, 3, 8, 730);
}
