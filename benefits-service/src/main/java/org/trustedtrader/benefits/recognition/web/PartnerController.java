package org.trustedtrader.benefits.recognition.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.benefits.recognition.Partner;
import org.trustedtrader.benefits.recognition.PartnerMember;
import org.trustedtrader.benefits.recognition.PartnerRegister;
import org.trustedtrader.benefits.recognition.PartnerRegisters;
import org.trustedtrader.benefits.recognition.Partners;
import org.trustedtrader.benefits.recognition.SuspendPartnerMember;
import org.trustedtrader.benefits.recognition.SuspensionNotice;
import org.trustedtrader.border.policy.LocalizedText;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.web.CreateCommand;
import org.trustedtrader.platform.web.Versioned;

@RestController
@RequestMapping("/v1/mra/partners")
@Tag(name = "Mutual recognition")
class PartnerController {

    private final Partners partners;
    private final PartnerRegisters registers;
    private final SuspendPartnerMember suspending;
    private final Clock clock;

    PartnerController(Partners partners, PartnerRegisters registers, SuspendPartnerMember suspending, Clock clock) {
        this.partners = partners;
        this.registers = registers;
        this.suspending = suspending;
        this.clock = clock;
    }

    /**
     * @param staleAfterHours how long a list counts after it was drawn
     * @param freshUntil      null if no list was ever taken in
     * @param open            begun and not completed, or held
     */
    record PartnerView(
            String code,
            LocalizedText name,
            String programme,
            List<String> countries,
            LocalDate inForceSince,
            long staleAfterHours,
            List<String> unconfirmed,
            @Nullable ListView newest,
            @Nullable ListView open,
            boolean held,
            boolean fresh,
            @Nullable Instant freshUntil) {}

    record ListView(String listId, long sequence, Instant drawnAt) {

        static @Nullable ListView of(PartnerRegister.@Nullable Entry entry) {
            return entry == null ? null : new ListView(entry.listId(), entry.sequence(), entry.drawnAt());
        }
    }

    record PartnersView(List<PartnerView> items) {}

    record Suspension(
            @NotNull(message = "{benefits.field.missing}")
            @Pattern(regexp = "[A-Z]{2}[A-Z0-9]{1,15}", message = "{benefits.recognition.tin}")
            String tin,

            @NotNull(message = "{benefits.field.missing}")
            @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}", message = "{benefits.recognition.reason-code}")
            String reasonCode,

            @Nullable LocalDate statusDate) {}

    record MemberView(String tin, String partner, String state, String reasonCode, Instant since, boolean nameDiffers) {

        static MemberView of(PartnerMember member) {
            var status = member.status();
            return new MemberView(
                    member.id(),
                    member.source().partner(),
                    status.state().name(),
                    status.reasonCode(),
                    status.since(),
                    status.nameDiffers());
        }
    }

    @GetMapping
    @Operation(
            summary = "The partners and how fresh their lists are",
            description = "`unconfirmed` names the values that no primary source confirms.")
    PartnersView list() {
        return new PartnersView(partners.all().stream().map(this::view).toList());
    }

    @PostMapping("/{partner}/suspensions")
    @Operation(
            summary = "Suspend one member of a partner at once",
            description =
                    "Counts at the border before this is answered. `statusDate` is today (UTC) where it is not given."
                            + " 404 if the partner has no such member, 409 if it is suspended or revoked already.")
    ResponseEntity<MemberView> suspend(
            @PathVariable String partner, @Valid @RequestBody Suspension request, @CreateCommand Command command) {
        var day = request.statusDate() == null
                ? clock.instant().atZone(ZoneOffset.UTC).toLocalDate()
                : request.statusDate();
        var notice = new SuspensionNotice(request.tin(), request.reasonCode(), day);
        var member = suspending.suspend(partners.named(partner), notice, command);
        return Versioned.ok(MemberView.of(member), member.version());
    }

    private PartnerView view(Partner partner) {
        var register = registers.find(partner.code());
        var newest = register.map(r -> r.progress().newest()).orElse(null);
        var open = register.map(r -> r.progress().open()).orElse(null);
        var freshUntil = newest == null ? null : newest.drawnAt().plus(partner.staleAfter());
        return new PartnerView(
                partner.code(),
                partner.name(),
                partner.programme(),
                partner.countries().stream().sorted().toList(),
                partner.inForceSince(),
                partner.staleAfter().toHours(),
                partner.unconfirmed(),
                ListView.of(newest),
                ListView.of(open),
                register.map(r -> r.progress().held()).orElse(false),
                freshUntil != null && freshUntil.isAfter(clock.instant()),
                freshUntil);
    }
}
