package org.trustedtrader.border.memory;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.trustedtrader.border.eligibility.Profile;
import org.trustedtrader.border.trader.Revision;

/**
 * Which memberships a plain trader has, each with its newest version. Profiles name a membership by its place here, so that
 * traders with several share them as well. One thread's own copy.
 */
final class Memberships {

    /** A trader that has more is not plain. */
    static final int MOST = 64;

    private static final char PLACE = '#';

    private int count;
    private int[] versions = new int[1];
    private long[] ids = new long[2];

    int count() {
        return count;
    }

    int version(int place) {
        return versions[place];
    }

    long idHigh(int place) {
        return ids[2 * place];
    }

    long idLow(int place) {
        return ids[2 * place + 1];
    }

    void clear() {
        count = 0;
    }

    void add(int version, long idHigh, long idLow) {
        if (count == versions.length) {
            versions = Arrays.copyOf(versions, 2 * count);
            ids = Arrays.copyOf(ids, 4 * count);
        }
        versions[count] = version;
        ids[2 * count] = idHigh;
        ids[2 * count + 1] = idLow;
        count++;
    }

    /** Puts one that is not among them at its place in the order of ids, with no version yet. */
    void insert(UUID id) {
        add(0, id.getMostSignificantBits(), id.getLeastSignificantBits());
        int place = count - 1;
        for (; place > 0 && id.toString().compareTo(id(place - 1).toString()) < 0; place--) {
            versions[place] = versions[place - 1];
            ids[2 * place] = ids[2 * place - 2];
            ids[2 * place + 1] = ids[2 * place - 1];
        }
        versions[place] = 0;
        ids[2 * place] = id.getMostSignificantBits();
        ids[2 * place + 1] = id.getLeastSignificantBits();
    }

    /** @return -1 if it is not among them */
    int place(String subject) {
        var id = MembershipId.of(subject);
        for (int place = 0; id != null && place < count; place++) {
            if (idHigh(place) == id.getMostSignificantBits() && idLow(place) == id.getLeastSignificantBits()) {
                return place;
            }
        }
        return -1;
    }

    /** Notes a version of one that is among them. */
    void note(int place, int version) {
        versions[place] = version;
    }

    String subject(int place) {
        return Revision.MEMBERSHIP + id(place);
    }

    private UUID id(int place) {
        return new UUID(idHigh(place), idLow(place));
    }

    void putInto(Map<String, Long> newest) {
        for (int place = 0; place < count; place++) {
            newest.put(subject(place), (long) version(place));
        }
    }

    /** Whether that profile names none but these. */
    static boolean suffice(Profile profile, Collection<String> subjects) {
        return profile.members().map(Profile.Member::subject).allMatch(s -> s.isEmpty() || subjects.contains(s));
    }

    /** The profile with places for subjects. */
    Profile placed(Profile profile) {
        return profile.withSubjects(subject -> PLACE + Integer.toString(place(subject)));
    }

    /** The profile with subjects for places. */
    Profile named(Profile profile) {
        return profile.withSubjects(place -> subject(Integer.parseInt(place, 1, place.length(), 10)));
    }
}
