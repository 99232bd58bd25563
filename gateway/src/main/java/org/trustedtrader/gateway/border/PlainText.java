package org.trustedtrader.gateway.border;

/** Characters that mean themselves everywhere. */
final class PlainText {

    private PlainText() {}

    /** Whether a part of a text has letters and digits of ASCII and these marks only. */
    static boolean only(String text, int from, int to, String marks) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean usual = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!usual && marks.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
