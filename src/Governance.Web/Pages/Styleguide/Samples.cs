using Governance.Web.Ui.Charts;
using Governance.Web.Ui.Fields;
using Governance.Web.Ui.Page;
using Governance.Web.Ui.Process;
using Governance.Web.Ui.Show;

namespace Governance.Web.Pages.Styleguide;

/// <summary>Invented data for the style guide. Data is not translated: it is German in a German city.</summary>
public static class Samples
{
    /// <summary>The instant from which all samples are seen: Monday, 23.11.2026, 13:45 in Berlin.</summary>
    public static DateTime Now { get; } = new(2026, 11, 23, 12, 45, 0, DateTimeKind.Utc);

    /// <summary>Steps of a proposal.</summary>
    public static IReadOnlyList<Step> Steps { get; } =
    [
        new("Vorhaben", StepState.Done, "#"), new("Wirkung und Zielbild", StepState.Done, "#"),
        new("Arbeitspakete", StepState.Incomplete, "#", "1 Angabe fehlt"), new("Zeitraum", StepState.Done, "#"),
        new("Finanzierung", StepState.Current, "#"), new("Folgekosten und Risiken", StepState.Ahead),
        new("Datenschutz und Sicherheit", StepState.Ahead), new("Prüfen und einreichen", StepState.Ahead)
    ];

    /// <summary>The way of a proposal.</summary>
    public static ProcessPicture Way { get; } = new(
    [
        new("in", "Einreichung", "12.10.2026", StationState.Done, 0, 1),
        new("formal", "Formale Prüfung", "vollständig", StationState.Done, 1, 1),
        new("expert", "Fachprüfung", "befürwortet", StationState.Done, 2, 0),
        new("privacy", "Datenschutz", "mit Auflage", StationState.Done, 2, 1),
        new("cover", "Deckung", "bestätigt", StationState.Done, 2, 2),
        new("score", "Bewertung", "78 von 100", StationState.Done, 3, 1),
        new("steering", "Lenkungskreis", "9 Ja, 1 Enth.", StationState.Done, 4, 1),
        new("committee", "Ausschuss", "heute, TOP 6", StationState.Current, 5, 1),
        new("no", "Ablehnung", "bei Nein", StationState.Possible, 6, 0),
        new("grant", "Bescheid", "bei Ja", StationState.Ahead, 6, 1),
        new("return", "Rückgabe", "mit Hinweisen", StationState.Possible, 6, 2),
        new("report", "Bericht an den Haupt- und Finanzausschuss", "10.12.2026", StationState.Ahead, 7, 1)
    ],
    [
        new("in", "formal"), new("formal", "expert"), new("formal", "privacy"), new("formal", "cover"), new("expert", "score"),
        new("privacy", "score"), new("cover", "score"), new("score", "steering"), new("steering", "committee"),
        new("committee", "no"), new("committee", "grant"), new("committee", "return"), new("grant", "report"), new("return", "in")
    ]);

    /// <summary>The same way as a list.</summary>
    public static IReadOnlyList<Station> Stations { get; } =
    [
        new("Einreichung", StationState.Done, "Torben Wiegand, Tiefbauamt", new DateOnly(2026, 10, 12)),
        new("Formale Prüfung", StationState.Done, "Stabsstelle Digitalisierung: vollständig", new DateOnly(2026, 10, 14)),
        new("Beschluss im Ausschuss für Mobilität und Bauen", StationState.Current, "TOP 6, Abstimmung ab 18:00 Uhr", new DateOnly(2026, 11, 23), "heute, 23.11.2026"),
        new("Bescheid", StationState.Ahead, "spätestens 10 Arbeitstage nach Beschluss", new DateOnly(2026, 12, 7), "bis 07.12.2026"),
        new("Ablehnung oder Rückgabe", StationState.Possible, "Bei Rückgabe beginnt der Weg neu; der Verlauf bleibt erhalten.")
    ];

    /// <summary>Two budget lines.</summary>
    public static IReadOnlyList<(string Area, string Icon, string Source, long Free, BarSegment[] Segments)> Budget { get; } =
    [
        ("Mobilität", "mobility", "Stadt", 10_968_000,
            [new("ausgezahlt", 15240, Fill.Solid, "152 T€"), new("gebunden und offen", 8640, Fill.Light, "86 T€"), new("vorgemerkt", 5652, Fill.Hatched, "57 T€"), new("verfügbar", 10968, Fill.Empty, "110 T€")]),
        ("Umwelt", "environment", "Stadt", 2_625_000,
            [new("ausgezahlt", 11260, Fill.Solid, "113 T€"), new("gebunden und offen", 2975, Fill.Light, "30 T€"), new("vorgemerkt", 4890, Fill.Hatched, "49 T€"), new("gesperrt", 750, Fill.Dotted, "8 T€"), new("verfügbar", 2625, Fill.Empty, "26 T€"), new("fehlen", 2575, Fill.Lacking, "25.750,00 €")])
    ];

    /// <summary>Stations of the procedure with what stands there.</summary>
    public static IReadOnlyList<PipelineStage> Stages { get; } =
    [
        new("Ideenskizze", "#", 8, "ohne Betrag", "ohne Frist", "Nr. 0153", "#", "9 Tage"),
        new("Entwurf", "#", 11, "482 T€", "im Mittel 12 Tage, ohne Frist", "Nr. 0129", "#", "31 Tage"),
        new("Formale Prüfung", "#", 5, "220 T€", "im Mittel 3 Tage, Ziel 5", "Nr. 0150", "#", "4 Tage"),
        new("Fachliche Prüfung", "#", 9, "641 T€", "im Mittel 17 Tage, Ziel 14", "Nr. 0139", "#", "28 Tage", "3 Tage über Ziel"),
        new("Bewertung", "#", 4, "312 T€", "im Mittel 4 Tage, Ziel 7", "Nr. 0146", "#", "6 Tage"),
        new("Beschluss", "#", 12, "1.559 T€", "im Mittel 21 Tage, Ziel 28", "Nr. 0125", "#", "19 Tage")
    ];

    /// <summary>Kinds of financing.</summary>
    public static IReadOnlyList<Choice> Kinds { get; } =
    [
        new("share", "Anteilfinanzierung", "Fester Prozentsatz mit Höchstbetrag; sinken die Kosten, sinkt der Zuschuss mit."),
        new("deficit", "Fehlbedarfsfinanzierung", "Deckt, was nach eigenen Mitteln fehlt."),
        new("fixed", "Festbetrag", "Bleibt gleich, solange die Kosten mindestens so hoch sind.")
    ];

    /// <summary>The three votes.</summary>
    public static IReadOnlyList<Choice> Votes { get; } = [new("yes", "Ja"), new("no", "Nein"), new("abstain", "Enthaltung")];

    /// <summary>Who may bear follow-up costs.</summary>
    public static IReadOnlyList<Choice> Bearers { get; } =
    [
        new("civil", "Tiefbauamt", Group: "Ämter"), new("fire", "Feuerwehr und Rettungsdienst", Group: "Ämter"),
        new("works", "Stadtwerke", Group: "Beteiligungen")
    ];

    /// <summary>Mistakes of a form.</summary>
    public static IReadOnlyList<FieldError> Errors { get; } =
    [
        new("Der Beginn liegt vor dem frühesten Förderbeginn am 01.02.2027.", "WrongStart"),
        new("Geben Sie an, wer die Folgekosten ab 2029 trägt.", "WrongBearer")
    ];

    /// <summary>Frame of a letter.</summary>
    public static LetterFrame Letter { get; } = new(
        "Stadt Musterstadt an der Pader", "Die Bürgermeisterin", "Stadt Musterstadt, Rathausplatz 1, 99999 Musterstadt",
        ["Förderverein Stadtbibliothek Musterstadt e. V.", "Vorstand", "Am Bogen 7", "99999 Musterstadt an der Pader"],
        [
            new("Auskunft", "Samira Haddad"), new("Dienststelle", "Stabsstelle Digitalisierung"), new("Telefon", "0000 123-4567"),
            new("Aktenzeichen", "GA-2026-0098"), new("Datum", "23.11.2026")
        ],
        ["Rathausplatz 1, 99999 Musterstadt", "Mo bis Fr 8:30 bis 12:00 Uhr", "musterstadt.example"]);
}
