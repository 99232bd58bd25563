package org.trustedtrader.assessment.profile;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * The name of an evidence file, in composed form (NFC). An officer saves the file under this name on any system, so the name
 * must be possible there and must end as the file's type does.
 */
final class FileName {

    private static final String FIELD = "fileName";
    private static final int LONGEST = 120;

    /** What separates paths, or looks as if it did, and what Windows forbids in names. */
    private static final Pattern PATH_CHARACTER = Pattern.compile(
            "[/\\\\:\"<>|?*\\x{2044}\\x{2215}\\x{2216}\\x{2571}\\x{2572}\\x{27CB}\\x{29F5}\\x{29F8}\\x{29F9}"
                    + "\\x{FE68}\\x{FF0F}\\x{FF3C}]");

    /** Controls, formats (bidirectional and zero-width ones), lone surrogates, private and unassigned characters, separators of lines. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}\\x{115F}\\x{1160}\\x{2800}\\x{3164}\\x{FFA0}]");

    private static final Pattern RESERVED =
            Pattern.compile("(?i)(con|prn|aux|nul|clock\\$|conin\\$|conout\\$|com[0-9]|lpt[0-9])");

    /** Types that a reader runs, unpacks or takes for something else when they stand before the real ending. */
    private static final Set<String> DECEIVING = Set.of(
            "7z", "apk", "asp", "aspx", "bat", "chm", "cmd", "com", "cpl", "desktop", "dll", "dmg", "doc", "docm",
            "docx", "eml", "exe", "gif", "gz", "heic", "heif", "hta", "htm", "html", "img", "iso", "jar", "jfif", "jpe",
            "jpeg", "jpg", "js", "jse", "jsp", "lnk", "mht", "mhtml", "msi", "msp", "pdf", "php", "pif", "png", "ppt",
            "pptm", "pptx", "ps1", "rar", "reg", "rtf", "scf", "scr", "sh", "svg", "swf", "sys", "tar", "tif", "tiff",
            "url", "vbe", "vbs", "vhd", "wsf", "wsh", "xht", "xhtml", "xls", "xlsm", "xlsx", "xml", "zip");

    private FileName() {}

    /** Two names are the same if their composed forms are: macOS sends decomposed letters. */
    static String composed(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    /**
     * @param format of the file; without one, any ending will do
     * @return the name to keep
     * @throws Refusal.InvalidInput with what is wrong with the name and what to do
     */
    static String checked(String sent, Optional<FileFormat> format) {
        String name = composed(sent);
        check(name);
        List<String> parts = Arrays.asList(compatible(name).split("\\.", -1));
        String ending = parts.getLast();
        format.ifPresent(known -> endsAs(known, ending));
        if (parts.size() < 2
                || !named(parts.getFirst())
                || RESERVED.matcher(parts.getFirst().strip()).matches()) {
            throw refused("assessment.file-name.reserved");
        }
        parts.subList(1, parts.size() - 1).stream()
                .map(String::strip)
                .filter(part -> DECEIVING.contains(part) && !isEnding(part, ending, format))
                .findFirst()
                .ifPresent(part -> {
                    throw refused("assessment.file-name.double-ending", part, ending);
                });
        return name;
    }

    private static void check(String name) {
        if (name.isEmpty() || name.length() > LONGEST) {
            throw refused("assessment.file-name.length", LONGEST);
        }
        if (INVISIBLE.matcher(name).find()) {
            throw refused("assessment.file-name.invisible");
        }
        if (PATH_CHARACTER.matcher(name).find()) {
            throw refused("assessment.file-name.path");
        }
        String compatible = compatible(name);
        if (!compatible.strip().equals(compatible) || compatible.endsWith(".")) {
            throw refused("assessment.file-name.edges");
        }
    }

    private static void endsAs(FileFormat format, String ending) {
        if (!format.extensions().contains(ending)) {
            throw refused(
                    "assessment.file-name.ending",
                    format.extensions().stream()
                            .map(extension -> "." + extension)
                            .toList());
        }
    }

    /** The same ending twice, as in {@code scan.pdf.pdf}, hides nothing. */
    private static boolean isEnding(String part, String ending, Optional<FileFormat> format) {
        return part.equals(ending)
                || format.filter(known -> known.extensions().contains(part)).isPresent();
    }

    private static boolean named(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** As a hurried reader sees it: full-width letters, dots and blanks become the plain ones. */
    private static String compatible(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static Refusal.InvalidInput refused(String key, Object... arguments) {
        return new Refusal.InvalidInput(FIELD, Message.of(key, arguments));
    }
}
