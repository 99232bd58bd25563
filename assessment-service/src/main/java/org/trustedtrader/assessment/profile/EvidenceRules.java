package org.trustedtrader.assessment.profile;

import java.util.Set;
import java.util.TreeSet;
import org.trustedtrader.platform.aggregate.SortedSets;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * Which files are taken as evidence. A file is what it says it is, wholly: its declared type, its first and last bytes and its
 * name agree.
 *
 * @param largest one file, in bytes
 * @param total   all files of one assessment, in bytes
 */
public record EvidenceRules(Set<String> contentTypes, long largest, long total) {

    private static final long MIB = 1024L * 1024;
    private static final Set<String> HEIF_TYPES =
            Set.of("image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence");

    public EvidenceRules {
        contentTypes = SortedSets.copyOf(contentTypes);
        if (contentTypes.isEmpty() || largest < 1 || total < largest) {
            throw new IllegalArgumentException("no file, or none of the largest size, could ever be taken as evidence");
        }
    }

    /**
     * @return the file's name in the form to keep
     * @throws Refusal.InvalidInput with what is wrong with the type, the content or the name
     */
    public String check(String contentType, String fileName, byte[] bytes) {
        boolean heif = HEIF_TYPES.contains(contentType) || FileFormat.isHeif(bytes);
        if (heif
                && (!contentTypes.contains(contentType)
                        || FileFormat.of(contentType).isPresent())) {
            throw new Refusal.InvalidInput("Content-Type", Message.of("assessment.file.heic"));
        }
        if (!contentTypes.contains(contentType)) {
            throw new Refusal.InvalidInput(
                    "Content-Type", Message.of("assessment.file.type", new TreeSet<>(contentTypes)));
        }
        if (bytes.length == 0) {
            throw new Refusal.InvalidInput("body", Message.of("assessment.file.empty"));
        }
        if (bytes.length > largest) {
            throw new Refusal.InvalidInput("body", Message.of("assessment.file.too-large", largest / MIB));
        }
        var format = FileFormat.of(contentType);
        if (format.filter(known -> !known.begins(bytes)).isPresent()) {
            throw new Refusal.InvalidInput("body", Message.of("assessment.file.other-type", contentType));
        }
        if (format.filter(known -> !known.isWhole(bytes)).isPresent()) {
            throw new Refusal.InvalidInput("body", Message.of("assessment.file.incomplete", contentType));
        }
        return FileName.checked(fileName, format);
    }

    /** @throws Refusal.RuleBroken {@code evidence-full} if the assessment would hold more bytes than it may */
    public void haveRoom(long held, long added) {
        if (held + added > total) {
            throw full(held);
        }
    }

    public Refusal.RuleBroken full(long held) {
        return new Refusal.RuleBroken(
                "evidence-full", Message.of("assessment.evidence.full", total / MIB, (held + MIB - 1) / MIB));
    }
}
