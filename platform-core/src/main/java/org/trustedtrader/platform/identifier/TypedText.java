package org.trustedtrader.platform.identifier;

/** Removes what carries no meaning from a text that somebody typed. */
final class TypedText {

    private static final int FULL_WIDTH_FIRST = 0xFF01;
    private static final int FULL_WIDTH_LAST = 0xFF5E;
    private static final int FULL_WIDTH_TO_ASCII = 0xFF01 - '!';
    private static final int MINUS = 0x2212;

    private TypedText() {}

    /** Full-width characters become ASCII, every kind of dash a hyphen, every kind of blank a space; blanks at the ends go. */
    static String plain(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints().map(TypedText::plain).forEach(plain::appendCodePoint);
        return plain.toString().strip();
    }

    /** As {@link #plain}, in capitals and without blanks. Only a to z have capitals here: others could change their meaning. */
    static String capitals(String text) {
        var capitals = new StringBuilder(text.length());
        plain(text)
                .codePoints()
                .filter(c -> c != ' ')
                .map(c -> c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c)
                .forEach(capitals::appendCodePoint);
        return capitals.toString();
    }

    static String withoutHyphens(String text) {
        return text.replace("-", "");
    }

    private static int plain(int c) {
        if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST) {
            return c - FULL_WIDTH_TO_ASCII;
        }
        if (Character.getType(c) == Character.DASH_PUNCTUATION || c == MINUS) {
            return '-';
        }
        return Character.isSpaceChar(c) || c == '\t' ? ' ' : c;
    }
}
