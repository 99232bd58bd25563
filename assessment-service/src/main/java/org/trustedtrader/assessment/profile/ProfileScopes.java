package org.trustedtrader.assessment.profile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trustedtrader.assessment.criteria.Catalogue;
import org.trustedtrader.assessment.criteria.Criterion;
import org.trustedtrader.assessment.criteria.Scope;
import org.trustedtrader.assessment.criteria.ScopedCriterion;
import org.trustedtrader.assessment.profile.SecurityProfile.Progress;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.refusal.Refusal.Violation;

/**
 * The security profile of one company, scope by scope: the whole company, each line of business, each site. The answers of a
 * scope are read when they are first needed, from a record of their own. A line that was given up and a site that was closed
 * end their scope: its answers stay readable and are asked no more.
 */
public final class ProfileScopes {

    private final Map<Scope, Part> parts = new LinkedHashMap<>();

    private static final class Part {

        private final SecurityProfile profile;
        private final List<Answer> pending;
        private Optional<Long> submitted;
        private boolean ended;

        private Part(StoredScope stored, SecurityProfile profile) {
            this.profile = profile;
            this.pending = stored.answers();
            this.submitted = stored.profile().submitted();
            this.ended = stored.ended();
        }

        private StoredScope stored(Scope scope) {
            var reference = new SecurityProfile.Reference(profile.version(), profile.progress(), submitted);
            return new StoredScope(scope, ended, reference, profile.pending(pending));
        }
    }

    /**
     * What an assessment stores of a scope.
     *
     * @param ended   whether it is asked no more
     * @param answers those that the profile's version set, until their own record is known to have them
     */
    public record StoredScope(Scope scope, boolean ended, SecurityProfile.Reference profile, List<Answer> answers) {

        private static StoredScope fresh(Scope scope) {
            var none = new SecurityProfile.Reference(0, Progress.of(List.of()), Optional.empty());
            return new StoredScope(scope, false, none, List.of());
        }
    }

    /** A scope with its profile. */
    public record ScopeProfile(Scope scope, SecurityProfile profile, boolean ended, Optional<Long> submitted) {}

    private ProfileScopes() {}

    /** @param answers reads the answers of the version that is stored of a scope */
    public static ProfileScopes restore(Collection<StoredScope> stored, Function<Scope, List<Answer>> answers) {
        var scopes = new ProfileScopes();
        stored.forEach(one -> scopes.parts.put(
                one.scope(), new Part(one, new SecurityProfile(one.profile(), () -> answers.apply(one.scope())))));
        return scopes;
    }

    /** The one scope of an assessment that has all answers inside, as the version before stored it. */
    public static ProfileScopes inAssessment(long version, List<Answer> answers) {
        var scopes = new ProfileScopes();
        var profile = SecurityProfile.inAssessment(version, answers);
        var reference = new SecurityProfile.Reference(version, profile.progress(), Optional.empty());
        scopes.parts.put(Scope.COMPANY, new Part(new StoredScope(Scope.COMPANY, false, reference, answers), profile));
        return scopes;
    }

    public static ProfileScopes asking(Map<Scope, List<Criterion>> criteria) {
        var scopes = new ProfileScopes();
        scopes.ask(criteria);
        return scopes;
    }

    /** Asks exactly this from now on; a scope that is asked nothing has ended, but for the company's. */
    public void ask(Map<Scope, List<Criterion>> criteria) {
        settleOthers(Set.of());
        criteria.forEach((scope, asked) -> {
            var part = parts.computeIfAbsent(scope, ProfileScopes::freshPart);
            part.ended = false;
            part.profile.ask(asked);
        });
        parts.forEach((scope, part) -> part.ended = !criteria.containsKey(scope));
    }

    private static Part freshPart(Scope scope) {
        var fresh = StoredScope.fresh(scope);
        return new Part(fresh, new SecurityProfile(fresh.profile(), List::of));
    }

    /** Takes answers that {@link ProfileRules#mayBeAnswered} has let pass. */
    public void answer(List<AnswerCommand> commands, Catalogue catalogue) {
        var byScope = commands.stream().collect(Collectors.groupingBy(AnswerCommand::scope));
        settleOthers(byScope.keySet());
        byScope.forEach((scope, given) -> profile(scope).answer(given, catalogue));
    }

    /** Takes judgements that {@link ProfileRules#mayBeJudged} has let pass; all of them or none. */
    public void judge(List<Judgement> judgements) {
        var byScope = judgements.stream().collect(Collectors.groupingBy(Judgement::scope));
        settleOthers(byScope.keySet());
        byScope.forEach((scope, judged) -> profile(scope).judge(judged));
    }

    /** What of these was accepted waits for a judgement again. */
    public void judgeAgain(BiPredicate<Scope, Answer> which) {
        settleOthers(Set.of());
        open().forEach(one -> one.profile().judgeAgain(answer -> which.test(one.scope(), answer)));
    }

    public void exempt(ScopedCriterion criterion, String reason, LocalDate until, LocalDate today) {
        asked(criterion, "criterion");
        settleOthers(Set.of(criterion.scope()));
        profile(criterion.scope()).exempt(criterion.criterion(), reason, until, today);
    }

    /** Pins the present version of each scope that is asked. */
    public void pinSubmission() {
        parts.values().stream()
                .filter(part -> !part.ended)
                .forEach(part -> part.submitted = Optional.of(part.profile.version()));
    }

    /** The answers of the company as a whole. */
    public SecurityProfile company() {
        return profile(Scope.COMPANY);
    }

    /** The scopes that are asked: the company first, then in the order in which they came. */
    public List<ScopeProfile> open() {
        return all().stream().filter(one -> !one.ended()).toList();
    }

    /** Those that have ended too. */
    public List<ScopeProfile> all() {
        return parts.keySet().stream().map(this::of).toList();
    }

    /** @throws Refusal.NotFound if the company never had it here */
    public ScopeProfile known(Scope scope) {
        if (!parts.containsKey(scope)) {
            throw new Refusal.NotFound("profile");
        }
        return of(scope);
    }

    /** The answer, or the place for it, if that is asked. */
    public Optional<Answer> find(ScopedCriterion criterion) {
        return Optional.ofNullable(parts.get(criterion.scope()))
                .filter(part -> !part.ended)
                .flatMap(part -> part.profile.find(criterion.criterion()));
    }

    /** @throws Refusal.InvalidInput if that is not asked */
    public Answer asked(ScopedCriterion criterion, String field) {
        return find(criterion).orElseThrow(() -> new Refusal.InvalidInput(List.of(notAsked(criterion, field))));
    }

    /** Why something is not asked: who answers the criterion instead, or what is wrong with the scope. */
    Violation notAsked(ScopedCriterion criterion, String field) {
        var scope = criterion.scope();
        return notOpen(scope)
                .orElseGet(() -> open().stream()
                        .filter(one -> one.profile().find(criterion.criterion()).isPresent())
                        .map(ScopeProfile::scope)
                        .findFirst()
                        .map(other -> new Violation(field, answeredBy(other, criterion.criterion())))
                        .orElseGet(() -> new Violation(
                                field, Message.of("assessment.criterion.not-asked", criterion.criterion()))));
    }

    private Optional<Violation> notOpen(Scope scope) {
        var part = parts.get(scope);
        if (part != null && !part.ended) {
            return Optional.empty();
        }
        var where = scope.site().or(() -> scope.line().map(Enum::name)).orElseThrow();
        var why = part == null
                ? Message.of("assessment.scope.unknown", where)
                : Message.of("assessment.scope.ended", where);
        return Optional.of(new Violation(scope.level().name().toLowerCase(Locale.ROOT), why));
    }

    private static Message answeredBy(Scope scope, String criterion) {
        return switch (scope.level()) {
            case COMPANY -> Message.of("assessment.scope.answered-by-company", criterion);
            case LINE -> Message.of("assessment.scope.answered-by-line", criterion);
            case SITE -> Message.of("assessment.scope.answered-by-site", criterion);
        };
    }

    /**
     * What the company as a whole answered, before lines or sites were asked, to criteria of that scope that have no answer yet: for
     * the company to take over there.
     */
    public List<AnswerCommand> carriedOverTo(Scope scope, Catalogue catalogue, Moment now) {
        notOpen(scope).ifPresent(why -> {
            throw new Refusal.InvalidInput(List.of(why));
        });
        var earlier = new EarlierProfile(Map.of(Scope.COMPANY, company().all()), List.of());
        return profile(scope).applicable().stream()
                .flatMap(place ->
                        earlier.offer(new ScopedCriterion(scope, place.criterion()), this, catalogue, now).stream())
                .toList();
    }

    /** Of all scopes that are asked. */
    public Progress progress() {
        return open().stream().map(one -> one.profile().progress()).reduce(Progress.of(List.of()), Progress::plus);
    }

    /** The scopes whose answers were changed since this was read. */
    public Set<Scope> changed() {
        return parts.entrySet().stream()
                .filter(one -> !one.getValue().profile.changed().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public StoredScope storedCompany() {
        return parts.get(Scope.COMPANY).stored(Scope.COMPANY);
    }

    /** What is stored of all scopes but the company's. */
    public List<StoredScope> storedOthers() {
        var stored = new ArrayList<StoredScope>();
        parts.forEach((scope, part) -> {
            if (!scope.equals(Scope.COMPANY)) {
                stored.add(part.stored(scope));
            }
        });
        return stored;
    }

    /**
     * Reads the scopes that a change leaves alone and whose own record may lack what the change before set: then it has it, and the
     * assessment need not hold it any longer.
     */
    private void settleOthers(Set<Scope> changing) {
        parts.forEach((scope, part) -> {
            if (!part.pending.isEmpty() && !changing.contains(scope)) {
                part.profile.all();
            }
        });
    }

    private SecurityProfile profile(Scope scope) {
        return parts.get(scope).profile;
    }

    private ScopeProfile of(Scope scope) {
        var part = parts.get(scope);
        return new ScopeProfile(scope, part.profile, part.ended, part.submitted);
    }
}
