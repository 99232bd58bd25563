package org.trustedtrader.benefits.recognition;

import org.trustedtrader.border.policy.LocalizedText;

/** What is wrong with a row. Codes are stable; all but {@link #NAME_DIFFERS} put it into quarantine. */
public enum RowCode {
    COLUMN_COUNT(
            "The row has more or fewer columns than the header.",
            "La ligne n'a pas le même nombre de colonnes que l'en-tête."),
    NOT_TEXT("A field must be text, or be left out.", "Un champ doit être du texte ou être omis."),
    FIELD_UNKNOWN("A field is not known.", "Un champ n'est pas connu."),
    MISSING("The field is required.", "Le champ est obligatoire."),
    TOO_LONG("The field is too long.", "Le champ est trop long."),
    TIN_MALFORMED(
            "A TIN is a 2-letter country code and 1 to 15 capital letters or digits.",
            "Un NIN se compose d'un code de pays de 2 lettres et de 1 à 15 lettres majuscules ou chiffres."),
    TIN_DUPLICATE("The list names this TIN more than once.", "La liste contient ce NIN plus d'une fois."),
    COUNTRY_NOT_OF_PARTNER(
            "This partner does not send members of that country.", "Ce partenaire n'envoie pas de membres de ce pays."),
    COUNTRY_DIFFERS(
            "The country is not the one with which the TIN begins.",
            "Le pays n'est pas celui par lequel commence le NIN."),
    PROGRAMME_UNKNOWN("This is not a programme of this partner.", "Ce programme n'est pas celui de ce partenaire."),
    ROLE_UNKNOWN(
            "A role is not known; roles are separated by a semicolon.",
            "Un rôle n'est pas connu; les rôles sont séparés par un point-virgule."),
    STATUS_UNKNOWN(
            "The status must be ACTIVE, SUSPENDED or REVOKED.", "Le statut doit être ACTIVE, SUSPENDED ou REVOKED."),
    DATE_MALFORMED("A date has the form 2026-11-26.", "Une date a la forme 2026-11-26."),
    DATES_IMPOSSIBLE(
            "The dates contradict each other or lie where they cannot.",
            "Les dates se contredisent ou sont impossibles."),
    TIN_OF_OTHER_PARTNER(
            "Another partner has named this TIN as its member.",
            "Un autre partenaire a déclaré ce NIN comme son membre."),
    STATUS_OLDER(
            "The member lost its status later than this row says; nothing was given back.",
            "Le membre a perdu son statut après la date indiquée; rien n'a été rétabli."),
    REVOKED_BEFORE(
            "The member was revoked; it comes back only with an authorisation date since then.",
            "Le membre a été révoqué; il ne revient qu'avec une date d'autorisation postérieure."),
    NAME_DIFFERS(
            "The name differs from the one known for this TIN; the row was taken in.",
            "Le nom diffère de celui connu pour ce NIN; la ligne a été retenue.");

    private final LocalizedText words;

    RowCode(String en, String fr) {
        this.words = new LocalizedText(en, fr);
    }

    public LocalizedText words() {
        return words;
    }

    public boolean quarantines() {
        return this != NAME_DIFFERS;
    }
}
