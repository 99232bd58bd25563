package org.trustedtrader.border.policy;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One version of the rules, whole: it must rule every benefit exactly once and name each port once. */
public final class Policy {

    private final String version;
    private final Instant effectiveFrom;
    private final List<BenefitRule> rules;
    private final Map<Benefit, BenefitRule> byBenefit = new EnumMap<>(Benefit.class);
    private final Map<String, Port> ports;
    private final ExaminationRates examinationRates;
    private final ModeLines linesByMode;
    private final boolean understood;

    public Policy(
            String version,
            Instant effectiveFrom,
            List<BenefitRule> rules,
            List<Port> ports,
            ExaminationRates examinationRates) {
        this(version, effectiveFrom, rules, ports, examinationRates, ModeLines.DEFAULT);
    }

    public Policy(
            String version,
            Instant effectiveFrom,
            List<BenefitRule> rules,
            List<Port> ports,
            ExaminationRates examinationRates,
            ModeLines linesByMode) {
        this(version, effectiveFrom, rules, ports, examinationRates, linesByMode, true);
    }

    private Policy(
            String version,
            Instant effectiveFrom,
            List<BenefitRule> rules,
            List<Port> ports,
            ExaminationRates examinationRates,
            ModeLines linesByMode,
            boolean understood) {
        if (version.isBlank()) {
            throw new IllegalArgumentException("A policy needs a version.");
        }
        this.version = version;
        this.effectiveFrom = Objects.requireNonNull(effectiveFrom, "effectiveFrom is missing");
        this.rules = List.copyOf(rules);
        this.linesByMode = linesByMode;
        this.examinationRates = Objects.requireNonNull(examinationRates, "A policy needs examination rates.");
        for (var rule : rules) {
            if (byBenefit.put(rule.benefit(), rule) != null) {
                throw new IllegalArgumentException("Policy " + version + " rules " + rule.benefit() + " twice.");
            }
        }
        for (var benefit : Benefit.values()) {
            if (!byBenefit.containsKey(benefit)) {
                throw new IllegalArgumentException("Policy " + version + " does not rule " + benefit + ".");
            }
        }
        this.ports = ports.stream().collect(Collectors.toUnmodifiableMap(Port::code, Function.identity()));
        this.understood = understood;
    }

    /**
     * A version that rules from its date on, but that this program cannot apply: nothing is granted by it. Benefits and
     * ports are named as in the version before.
     */
    public static Policy notUnderstood(String version, Instant effectiveFrom, Policy before) {
        return new Policy(
                version,
                effectiveFrom,
                before.rules,
                before.ports(),
                before.examinationRates,
                before.linesByMode,
                false);
    }

    /** Whether answers can follow from it; if not, they are INDETERMINATE with {@link Reason#POLICY_NOT_UNDERSTOOD}. */
    public boolean isUnderstood() {
        return understood;
    }

    public String version() {
        return version;
    }

    public Instant effectiveFrom() {
        return effectiveFrom;
    }

    /** In the order of the policy file. */
    public List<BenefitRule> rules() {
        return rules;
    }

    public BenefitRule rule(Benefit benefit) {
        return byBenefit.get(benefit);
    }

    public ExaminationRates examinationRates() {
        return examinationRates;
    }

    public ModeLines linesByMode() {
        return linesByMode;
    }

    /**
     * The lines of business of which one is needed in that part at a crossing by that mode; empty if none that the benefit
     * asks for fits.
     */
    public Set<String> linesFor(BenefitRule rule, Role role, Mode mode) {
        return linesByMode.among(rule.linesFor(role), mode);
    }

    public @Nullable Port port(String code) {
        return ports.get(code);
    }

    public List<Port> ports() {
        return ports.values().stream()
                .sorted((a, b) -> a.code().compareTo(b.code()))
                .toList();
    }
}
