package org.trustedtrader.border.policy;

/**
 * Why an answer is what it is. Codes are stable; a set of them fits into the bits of a long. A definite reason refuses, an
 * uncertain one makes the answer INDETERMINATE, a note only explains.
 */
public enum Reason {
    UNKNOWN_SCHEME(Effect.REFUSES, "This kind of identifier is not known.", "Ce type d'identifiant n'est pas connu."),
    MALFORMED_IDENTIFIER(
            Effect.REFUSES,
            "The identifier does not have the form that its scheme prescribes.",
            "L'identifiant n'a pas la forme prescrite."),
    UNKNOWN_IDENTIFIER(
            Effect.REFUSES, "Nobody is known by this identifier.", "Personne n'est connu sous cet identifiant."),
    IDENTIFIER_NOT_VALID_THEN(
            Effect.REFUSES,
            "The identifier did not belong to a trader at that time.",
            "L'identifiant n'appartenait à aucun négociant à ce moment."),
    IDENTIFIER_AMBIGUOUS(
            Effect.REFUSES,
            "More than one trader claims this identifier.",
            "Plus d'un négociant revendique cet identifiant."),
    NOT_A_MEMBER(
            Effect.REFUSES,
            "The trader was not a member of the programme at that time.",
            "Le négociant n'était pas membre du programme à ce moment."),
    MEMBERSHIP_SUSPENDED(Effect.REFUSES, "The membership is suspended.", "L'adhésion est suspendue."),
    MEMBERSHIP_CANCELLED(Effect.REFUSES, "The membership is cancelled.", "L'adhésion est annulée."),
    MEMBERSHIP_UNDER_APPEAL(
            Effect.REFUSES,
            "The membership is cancelled and an appeal is pending.",
            "L'adhésion est annulée et un appel est en cours."),
    MEMBERSHIP_WITHDRAWN(
            Effect.REFUSES, "The member has withdrawn from the programme.", "Le membre s'est retiré du programme."),
    TIER_TOO_LOW(
            Effect.REFUSES,
            "The membership's tier does not include this benefit.",
            "Le niveau de l'adhésion ne comprend pas cet avantage."),
    LINE_OF_BUSINESS_NOT_COVERED(
            Effect.REFUSES,
            "The membership does not cover a line of business that this benefit needs.",
            "L'adhésion ne couvre pas un secteur d'activité requis pour cet avantage."),
    NOT_IN_CSA(
            Effect.REFUSES,
            "The trader is not in the Customs Self Assessment programme.",
            "Le négociant ne participe pas au Programme d'autocotisation des douanes."),
    PARTNER_MEMBER_SUSPENDED(
            Effect.REFUSES,
            "The mutual-recognition partner has suspended this member.",
            "Le partenaire de reconnaissance mutuelle a suspendu ce membre."),
    PARTNER_MEMBER_REVOKED(
            Effect.REFUSES,
            "The authorisation by the mutual-recognition partner was revoked or has ended.",
            "L'autorisation du partenaire de reconnaissance mutuelle est révoquée ou a pris fin."),
    NOT_IN_ARRANGEMENT(
            Effect.REFUSES,
            "The arrangement with the partner does not give this benefit to members in this role.",
            "L'arrangement avec le partenaire n'accorde pas cet avantage aux membres dans ce rôle."),
    DRIVER_CARD_MALFORMED(
            Effect.REFUSES,
            "The driver's card number does not have the prescribed form.",
            "Le numéro de la carte du chauffeur n'a pas la forme prescrite."),
    DRIVER_CARD_UNKNOWN(
            Effect.REFUSES, "The driver's card is not registered.", "La carte du chauffeur n'est pas enregistrée."),
    DRIVER_CARD_NOT_YET_VALID(
            Effect.REFUSES, "The driver's card is not valid yet.", "La carte du chauffeur n'est pas encore valide."),
    DRIVER_CARD_EXPIRED(Effect.REFUSES, "The driver's card has expired.", "La carte du chauffeur est expirée."),
    DRIVER_CARD_REVOKED(Effect.REFUSES, "The driver's card is revoked.", "La carte du chauffeur est révoquée."),
    MODE_NOT_HIGHWAY(
            Effect.REFUSES, "This benefit is for highway crossings only.", "Cet avantage est réservé au mode routier."),
    PORT_NOT_FAST(
            Effect.REFUSES,
            "The port has no FAST lane for this mode and direction.",
            "Le bureau n'a pas de voie EXPRES pour ce mode et ce sens."),
    NOT_INTO_CANADA(
            Effect.REFUSES,
            "This benefit is for goods entering Canada.",
            "Cet avantage vise les marchandises qui entrent au Canada."),
    ORIGIN_NOT_US_OR_MEXICO(
            Effect.REFUSES,
            "The goods do not come directly from the United States or Mexico.",
            "Les marchandises ne proviennent pas directement des États-Unis ou du Mexique."),
    GOODS_REGULATED(
            Effect.REFUSES,
            "The goods need a permit or concern another department.",
            "Les marchandises exigent un permis ou relèvent d'un autre ministère."),
    STATUS_NOT_UNDERSTOOD(
            Effect.UNCERTAIN,
            "A status was received that could not be understood.",
            "Un statut reçu n'a pas pu être interprété."),
    STATUS_UNKNOWN_THEN(
            Effect.UNCERTAIN,
            "A change of status around that time was never received.",
            "Un changement de statut survenu vers ce moment n'a jamais été reçu."),
    HISTORY_NOT_HERE(
            Effect.UNCERTAIN,
            "That time lies before what is known here.",
            "Ce moment est antérieur à ce qui est connu ici."),
    STATUS_STALE(
            Effect.UNCERTAIN,
            "What is known of the programme's members is too old to rely on.",
            "Les renseignements sur les membres sont trop anciens pour s'y fier."),
    POLICY_NOT_UNDERSTOOD(
            Effect.UNCERTAIN,
            "The rules in force at that time are newer than this program understands.",
            "Les règles en vigueur à ce moment sont plus récentes que ce que ce programme comprend."),
    PARTNER_LIST_STALE(
            Effect.UNCERTAIN,
            "The mutual-recognition partner has not refreshed its list of members in time.",
            "Le partenaire de reconnaissance mutuelle n'a pas actualisé sa liste de membres à temps."),
    ALL_PARTIES_QUALIFY(
            Effect.NOTE,
            "The carrier and every importer hold this benefit.",
            "Le transporteur et chaque importateur ont droit à cet avantage."),
    MEMBER_IN_GOOD_STANDING(
            Effect.NOTE,
            "The membership is in good standing and includes this benefit.",
            "L'adhésion est en règle et comprend cet avantage."),
    RECOGNISED_PARTNER_MEMBER(
            Effect.NOTE,
            "The trader is a member of a mutual-recognition partner's programme.",
            "Le négociant est membre du programme d'un partenaire de reconnaissance mutuelle."),
    DRIVER_CARD_VALID(Effect.NOTE, "The driver's card is valid.", "La carte du chauffeur est valide."),
    DRIVER_CHECKED_AT_BOOTH(
            Effect.NOTE,
            "No driver was named; the driver's card is checked at the booth.",
            "Aucun chauffeur n'est nommé; sa carte sera vérifiée à la guérite."),
    /** Of answers given before a broken seal, a missing one and one that is not reported were told apart. */
    SEAL_TO_BE_INSPECTED(
            Effect.NOTE,
            "The seal is reported broken or missing and is inspected at the booth.",
            "Le sceau est déclaré brisé ou absent et sera inspecté à la guérite."),
    CONSENT_MISSING(
            Effect.REFUSES,
            "The two companies have not both consented to see each other's status.",
            "Les deux entreprises n'ont pas toutes deux consenti à voir leur statut respectif."),
    ASKER_NOT_A_MEMBER(
            Effect.REFUSES,
            "The company that asks is not known to be a member of the programme.",
            "L'entreprise qui pose la question n'est pas connue comme membre du programme."),
    PORT_DOES_NOT_FIT(
            Effect.REFUSES,
            "The port does not handle this mode and direction.",
            "Le bureau ne traite pas ce mode et ce sens."),
    ORIGIN_UNKNOWN(
            Effect.REFUSES,
            "The country of origin is no ISO 3166 country.",
            "Le pays d'origine n'est pas un pays de la norme ISO 3166."),
    IMPORTER_MISSING(
            Effect.REFUSES,
            "No importer is named, and this benefit depends on whose goods are carried.",
            "Aucun importateur n'est nommé, et cet avantage dépend du propriétaire des marchandises."),
    SEAL_BROKEN(
            Effect.REFUSES,
            "The seal is reported broken: the conveyance is inspected.",
            "Le sceau est déclaré brisé : le moyen de transport est inspecté."),
    EMPTY_CONVEYANCE(
            Effect.NOTE,
            "No importer is named: this holds for an empty conveyance only, of which the carrier and the driver are checked.",
            "Aucun importateur n'est nommé : cela vaut seulement pour un moyen de transport vide, dont le transporteur et"
                    + " le chauffeur sont vérifiés."),
    SEAL_MISSING(
            Effect.NOTE,
            "It is reported that there is no seal; this is inspected at the booth.",
            "L'absence de sceau est déclarée; elle sera vérifiée à la guérite."),
    SEAL_NOT_REPORTED(
            Effect.NOTE,
            "The state of the seal is not reported; it is inspected at the booth.",
            "L'état du sceau n'est pas déclaré; il sera vérifié à la guérite."),
    BENEFIT_PAUSED(
            Effect.REFUSES,
            "This benefit is paused until a compliance case about the member's security is decided.",
            "Cet avantage est interrompu jusqu'à la décision d'un dossier de conformité sur la sécurité du membre.");

    private static final Reason[] ALL = values();

    private final Effect effect;
    private final LocalizedText text;

    Reason(Effect effect, String en, String fr) {
        this.effect = effect;
        this.text = new LocalizedText(en, fr);
    }

    /** What a reason does to the answer. */
    public enum Effect {
        REFUSES,
        UNCERTAIN,
        NOTE
    }

    public Effect effect() {
        return effect;
    }

    public LocalizedText text() {
        return text;
    }

    public long bit() {
        return 1L << ordinal();
    }

    public static Reason lowest(long bits) {
        return ALL[Long.numberOfTrailingZeros(bits)];
    }
}
