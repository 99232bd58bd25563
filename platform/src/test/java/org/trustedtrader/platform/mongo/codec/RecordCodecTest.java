package org.trustedtrader.platform.mongo.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordCodecTest {

    private static final Instant AT = Instant.parse("2026-11-30T12:00:00.123Z");

    enum Colour {
        RED,
        GREEN,
        BLUE
    }

    record CompanyId(String digits) {

        CompanyId {
            if (digits.length() != 9) {
                throw new IllegalArgumentException("no business number: " + digits);
            }
        }
    }

    record Place(double latitude, double longitude) {}

    record Hours(Map<DayOfWeek, LocalTime> opens) {}

    record Site(String name, Place place, ZoneId zone, Hours hours, int docks) {}

    sealed interface Decision {

        record Granted(LocalDate until) implements Decision {}

        record Refused(String reason, BigDecimal fee) implements Decision {}
    }

    record File(
            CompanyId company,
            Set<Colour> colours,
            Set<String> words,
            List<Site> sites,
            Optional<Instant> closedAt,
            @Nullable String note,
            @Nullable Boolean convicted,
            Map<String, Long> counts,
            List<Decision> decisions,
            long total) {}

    private static final RecordCodec<File> CODEC = RecordCodec.builder(File.class)
            .inlined(Site.class, "place")
            .renamed(Site.class, "zone", "timeZone")
            .absent(Site.class, "docks", 1)
            .obsolete(File.class, "colour")
            .variants(
                    Decision.class,
                    "kind",
                    Map.of("granted", Decision.Granted.class, "refused", Decision.Refused.class))
            .derived(
                    "openFor",
                    file -> file.closedAt().isPresent() ? null : file.company().digits())
            .build();

    private static File file(@Nullable String note) {
        return new File(
                new CompanyId("123456782"),
                Set.of(Colour.BLUE, Colour.RED),
                Set.of("b", "c", "a"),
                List.of(new Site(
                        "Yard",
                        new Place(45.5, -75.25),
                        ZoneId.of("America/Toronto"),
                        new Hours(Map.of(DayOfWeek.FRIDAY, LocalTime.of(8, 0), DayOfWeek.MONDAY, LocalTime.of(7, 30))),
                        3)),
                Optional.empty(),
                note,
                null,
                Map.of("b", 2L, "a", 1L),
                List.of(
                        new Decision.Granted(LocalDate.of(2027, 1, 31)),
                        new Decision.Refused("late", new BigDecimal("10.50"))),
                7L);
    }

    private static Document document() {
        return new Document("company", "123456782")
                .append("colours", List.of("RED", "BLUE"))
                .append("words", List.of("a", "b", "c"))
                .append(
                        "sites",
                        List.of(new Document("name", "Yard")
                                .append("latitude", 45.5)
                                .append("longitude", -75.25)
                                .append("timeZone", "America/Toronto")
                                .append("hours", new Document("FRIDAY", "08:00").append("MONDAY", "07:30"))
                                .append("docks", 3)))
                .append("counts", new Document("a", 1L).append("b", 2L))
                .append(
                        "decisions",
                        List.of(
                                new Document("kind", "granted").append("until", "2027-01-31"),
                                new Document("kind", "refused")
                                        .append("reason", "late")
                                        .append("fee", "10.50")))
                .append("total", 7L)
                .append("openFor", "123456782");
    }

    @Test
    void writesEachKindOfValueInItsStoredForm() {
        assertThat(CODEC.write(file(null))).isEqualTo(document());
    }

    @Test
    void readsWhatItWrote() {
        for (var note : new String[] {null, "", "a note"}) {
            assertThat(CODEC.read(CODEC.write(file(note)))).isEqualTo(file(note));
        }
    }

    @Test
    void storesInstantsAsDatesAndLeavesTheAbsentOut() {
        record Times(
                Instant at,
                Optional<Instant> then,
                @Nullable Instant until) {}
        var codec = RecordCodec.of(Times.class);
        assertThat(codec.write(new Times(AT, Optional.empty(), null))).isEqualTo(new Document("at", Date.from(AT)));
        assertThat(codec.write(new Times(AT, Optional.of(AT), AT)))
                .isEqualTo(new Document("at", Date.from(AT))
                        .append("then", Date.from(AT))
                        .append("until", Date.from(AT)));
    }

    @Test
    void readsAnOlderDocumentByDefaultsAndEmptyCollections() {
        var older = document();
        older.remove("words");
        older.append("colour", "RED");
        older.getList("sites", Document.class).getFirst().remove("docks");
        var unknown = new ArrayList<String>();
        var read = CODEC.read(older, unknown::add);
        assertThat(read.words()).isEmpty();
        assertThat(read.sites().getFirst().docks()).isEqualTo(1);
        assertThat(unknown).isEmpty();
    }

    @Test
    void reportsFieldsThatBelongToNoComponent() {
        var newer = document().append("tier", "III");
        newer.getList("sites", Document.class).getFirst().append("fence", true);
        var unknown = new ArrayList<String>();
        CODEC.read(newer, unknown::add);
        assertThat(unknown).containsExactlyInAnyOrder("File.tier", "Site.fence");
    }

    @Test
    void saysWhichFieldIsWrongAndNotWhatItHolds() {
        var missing = document();
        missing.getList("sites", Document.class).getFirst().remove("name");
        assertThatThrownBy(() -> CODEC.read(missing)).hasMessage("sites.name: is missing");
        var wrong = document().append("company", "secret");
        assertThatThrownBy(() -> CODEC.read(wrong))
                .isInstanceOf(StoredFormException.class)
                .hasMessageContaining("company")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> CODEC.read(document().append("total", 1.5))).hasMessageContaining("total");
    }

    @Test
    void refusesNullWhereNoneIsDeclared() {
        record Names(List<String> names, String first) {}
        assertThatThrownBy(() -> RecordCodec.of(Names.class).write(new Names(List.of(), null)))
                .hasMessageContaining("first");
    }

    @Test
    void storesASingleValueRecordAsADocumentIfAsked() {
        record Owner(CompanyId company) {}
        record Holder(Owner owner) {}
        assertThat(RecordCodec.of(Holder.class).write(new Holder(new Owner(new CompanyId("123456782")))))
                .isEqualTo(new Document("owner", "123456782"));
        var codec = RecordCodec.builder(Holder.class).document(Owner.class).build();
        assertThat(codec.write(new Holder(new Owner(new CompanyId("123456782")))))
                .isEqualTo(new Document("owner", new Document("company", "123456782")));
    }

    @Test
    void readsAnInlinedRecordThatMayBeAbsent() {
        record Publication(String by, Instant at) {}
        record Version(@Nullable Publication publication, Optional<Place> place) {}
        var codec = RecordCodec.builder(Version.class)
                .inlined(Version.class, "publication")
                .renamed(Publication.class, "by", "publishedBy")
                .inlined(Version.class, "place")
                .build();
        for (var version : List.of(
                new Version(null, Optional.empty()),
                new Version(new Publication("user:a", AT), Optional.of(new Place(1, 2))))) {
            assertThat(codec.read(codec.write(version))).isEqualTo(version);
        }
        assertThat(codec.write(new Version(null, Optional.empty()))).isEmpty();
    }

    @Test
    void refusesAtTheStartWhatHasNoStoredForm() {
        record Anything(Object value) {}
        record Half(Decision decision) {}
        record Flat(Place place) {}
        assertThatThrownBy(() -> RecordCodec.of(Anything.class)).hasMessageContaining("Object");
        assertThatThrownBy(() -> RecordCodec.of(Half.class)).hasMessageContaining("variants");
        assertThatThrownBy(() -> RecordCodec.builder(Flat.class)
                        .renamed(Flat.class, "plaice", "place")
                        .build())
                .hasMessageContaining("plaice");
        assertThatThrownBy(() -> RecordCodec.builder(Place.class)
                        .renamed(Place.class, "latitude", "longitude")
                        .build())
                .hasMessageContaining("two components");
    }

    @Test
    void refusesAMapKeyThatIsNoFieldName() {
        record Counts(Map<String, Long> counts, int more) {}
        for (var key : List.of("", "a.b", "$a")) {
            assertThatThrownBy(() -> RecordCodec.of(Counts.class).write(new Counts(Map.of(key, 1L), 1)))
                    .hasMessageContaining("key");
        }
    }
}
