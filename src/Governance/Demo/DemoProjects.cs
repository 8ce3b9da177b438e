using Governance.Proposals;

namespace Governance.Demo;

/// <summary>The invented projects of Musterstadt. German, because they are what a German office would write.</summary>
internal static class DemoProjects
{
    /// <summary>All projects; the oldest first, so that their numbers rise with time.</summary>
    public static IReadOnlyList<DemoProject> All(int year) =>
    [
        Of("owner", 75, DemoProgress.Running, year, "Parkleitsystem Domplatz", "mobility", 88_400, true, "Parksuchverkehr im Zentrum",
            "Freie Stellplätze werden erfasst und auf Tafeln sowie im Netz angezeigt.", "Der Parksuchverkehr rund um den Domplatz sinkt um ein Fünftel."),
        Of("owner", 74, DemoProgress.Closed, year, "Sitzungsräume mit Hörschleifen", "society", 6_900, false, "",
            "Zwei Sitzungsräume erhalten Hörschleifen.", "Schwerhörige folgen Sitzungen ohne Hilfe."),
        Of("owner2", 70, DemoProgress.Granted, year, "WLAN im Jugendtreff Süd", "education", 8_640, false, "",
            "Der Jugendtreff Süd erhält ein offenes, gefiltertes WLAN.", "Jugendliche können dort ohne eigene Datentarife lernen."),
        Of("owner", 62, DemoProgress.Granted, year, "Digitale Bauakte, erster Abschnitt", "society", 164_300, true, "Digitale Bauakte",
            "Bauakten ab 1990 werden digitalisiert und durchsuchbar.", "Auskünfte aus Bauakten dauern Tage statt Wochen."),
        Of("owner2", 58, DemoProgress.Noted, year, "Offene Haushaltsdaten", "society", 1_200, false, "",
            "Die Daten des Haushalts erscheinen maschinenlesbar.", "Alle können den Haushalt auswerten."),
        Of("owner2", 55, DemoProgress.Rejected, year, "Interaktive Litfaßsäulen", "society", 61_900, false, "",
            "Sechs Litfaßsäulen werden durch Bildschirme ersetzt.", "Veranstaltungen und Bürgerinformationen sind tagesaktuell zu sehen."),
        Of("owner", 48, DemoProgress.Postponed, year, "Vernetzte Hochwasserpegel an der Pader", "safety", 243_500, false, "",
            "Zwölf Pegel melden ihren Stand jede Minute an Leitstelle und Bürger.", "Anlieger werden mindestens 30 Minuten früher gewarnt."),
        Of("owner", 42, DemoProgress.DecisionOpen, year, "Vorfahrt für Rettungswagen: vernetzte Ampeln auf vier Achsen", "mobility", 186_400, true, "",
            "Auf vier Hauptachsen erhalten Rettungswagen auf Einsatzfahrt automatisch Grün. 38 Ampeln werden dafür vernetzt.",
            "Die Hilfsfrist von 8 Minuten wird in 90 % der Einsätze eingehalten, heute sind es 81 %."),
        Of("owner", 40, DemoProgress.Referred, year, "Verleih von Lastenrädern mit Buchung im Netz", "mobility", 121_000, false, "",
            "Zwanzig Lastenräder werden an acht Stationen verliehen.", "Kurze Transporte in der Innenstadt brauchen kein Auto mehr."),
        Of("owner", 38, DemoProgress.Settled, year, "Meldeweg für Schlaglöcher", "mobility", 3_400, false, "",
            "Schlaglöcher lassen sich im Netz melden.", "Schäden sind binnen zwei Tagen bekannt."),
        Of("owner2", 36, DemoProgress.Decision, year, "Gemeinsame Lernplattform der Schulen", "education", 612_000, true, "",
            "Alle 34 Schulen nutzen eine Plattform mit einheitlicher Anmeldung.", "Lehrkräfte pflegen Klassen und Material nur noch einmal."),
        Of("owner", 20, DemoProgress.Withdrawn, year, "Drohnenbefliegung der Schuldächer", "education", 18_200, false, "",
            "Schuldächer werden aus der Luft auf Schäden untersucht.", "Sanierungen lassen sich nach Dringlichkeit ordnen."),
        Of("owner2", 16, DemoProgress.OfficeDecision, year, "Sprachassistenz für die Telefonzentrale", "society", 21_500, true, "",
            "Anrufe mit häufigen Fragen werden außerhalb der Dienstzeit automatisch beantwortet.", "Neun von zehn Anrufenden erhalten beim ersten Anruf eine Antwort."),
        Of("owner", 15, DemoProgress.Hearing, year, "Digitaler Hitzeschutz-Lotse", "health", 32_750, false, "",
            "Eine Karte zeigt kühle Orte, Trinkbrunnen und Wege im Schatten.", "Ältere Menschen finden an heißen Tagen in fünf Minuten einen kühlen Ort."),
        Of("owner2", 15, DemoProgress.Hearing, year, "Leitstelle sieht Straßensperrungen", "safety", 118_000, false, "",
            "Sperrungen von Baustellen und Festen erscheinen auf der Karte der Leitstelle.", "Rettungswagen werden nicht mehr in gesperrte Straßen geschickt."),
        Of("owner2", 14, DemoProgress.Adopted, year, "Sensorik für die Grünpflege", "environment", 48_900, false, "",
            "Feuchtesensoren steuern die Bewässerung von 400 Jungbäumen.", "Der Wasserverbrauch sinkt um ein Drittel, Ausfälle junger Bäume um die Hälfte."),
        Of("owner", 13, DemoProgress.Recommendation, year, "Online-Terminvergabe im Gesundheitsamt", "health", 74_300, true, "",
            "Termine werden im Netz gebucht, verschoben und abgesagt.", "Die Wartezeit vor Ort sinkt auf unter 15 Minuten."),
        Of("owner2", 9, DemoProgress.Opinions, year, "Elternportal der Kindertagesstätten", "education", 139_000, true, "",
            "Anmeldung, Mitteilungen und Essensbestellung laufen über ein Portal.", "Eltern brauchen für die Anmeldung keinen Behördengang mehr."),
        Of("owner", 8, DemoProgress.FormalCheck, year, "Fahrradzählstellen mit offenen Daten", "mobility", 26_800, false, "",
            "Zehn Zählstellen erfassen den Radverkehr und veröffentlichen ihn als offene Daten.", "Radwege werden nach gezähltem Bedarf geplant."),
        Of("owner2", 7, DemoProgress.FormalCheck, year, "Digitale Bauakte, zweiter Abschnitt", "society", 47_200, true, "Digitale Bauakte",
            "Bauakten von 1970 bis 1989 werden digitalisiert.", "Auch ältere Akten sind am Bildschirm einsehbar."),
        Of("owner", 5, DemoProgress.Returned, year, "Warnsystem für Starkregen", "safety", 92_600, false, "",
            "Niederschlagsradar und Kanalpegel werden zu Warnungen verbunden.", "Anlieger gefährdeter Straßen werden rechtzeitig gewarnt."),
        Of("owner2", 0, DemoProgress.FormalCheck, year, "Barrierefreie Leichte-Sprache-Seiten", "society", 14_900, false, "",
            "Die 50 meistbesuchten Seiten der Stadt erscheinen in Leichter Sprache.", "Alle verstehen die wichtigsten Dienste der Stadt."),
        Of("owner", 0, DemoProgress.Draft, year, "Ladeplätze am Bahnhof in Echtzeit", "mobility", 36_000, false, "",
            "Freie Ladeplätze werden gemeldet und angezeigt.", "Fahrzeuge finden beim ersten Versuch einen Ladeplatz."),
    ];

    private static DemoProject Of(string owner, int daysAgo, DemoProgress progress, int year, string title, string area, long euro, bool personal, string project, string problem, string goal)
    {
        var subsidy = euro * 3 / 10;
        var firstYear = euro * 6 / 10;
        var firstSubsidy = subsidy * 6 / 10;
        return new(owner, daysAgo, progress, new ProposalContent
        {
            Title = title,
            Project = project,
            Unit = owner == "owner" ? "Tiefbauamt" : "Schulverwaltungsamt",
            Contact = $"{owner}@musterstadt.example",
            LeadingLifeArea = area,
            TargetPicture = "Musterstadt bündelt digitale Vorhaben und macht ihren Nutzen sichtbar.",
            Problem = problem,
            Goal = goal,
            Beneficiaries = "Einwohnerinnen und Einwohner, Fachämter",
            WorkPackages = [new("Ausschreibung", "Auftrag erteilt", new DateOnly(year + 1, 3, 31)), new("Einführung", "Betrieb aufgenommen", new DateOnly(year + 1, 9, 30))],
            Start = new DateOnly(year, 12, 1),
            End = new DateOnly(year + 1, 9, 30),
            Costs = [new("services", year, firstYear * 100), new("investment", year + 1, (euro - firstYear) * 100)],
            Cover =
            [
                new("city", year, (firstYear - firstSubsidy) * 100), new("state", year, firstSubsidy * 100),
                new("city", year + 1, (euro - firstYear - (subsidy - firstSubsidy)) * 100), new("state", year + 1, (subsidy - firstSubsidy) * 100),
            ],
            Finance = new()
            {
                Investment = true,
                FollowUpYears = [.. Enumerable.Range(1, FinanceBlock.Years).Select(number => new FollowUpYear(number, number == 1 ? euro * 6 : euro * 8, number == 1 ? 25 : 50))],
                FollowUpBearer = "Fachamt",
                DepreciationPerYearCents = (euro - firstYear) * 20,
                Budgeted = BudgetState.Fully,
                ClimateEffect = ClimateEffect.SmallPositive,
                Climate = "Weniger Fahrten; der Strom für den Betrieb fällt dagegen kaum ins Gewicht.",
                MunicipalCompanies = "Mit dem IT-Dienstleister abgestimmt.",
            },
            Values = new()
            {
                Economic = 3, EconomicReason = "Spart Wege und Bearbeitungszeit.",
                Ecological = 2, EcologicalReason = "Weniger Fahrten in die Innenstadt.",
                Social = 4, SocialReason = "Der Dienst steht allen offen.",
            },
            Risks = "Lieferzeiten der Technik; Abstimmung mit dem IT-Dienstleister.",
            PersonalData = personal,
            ImpactAssessment = personal,
            ProcessingRecord = personal ? "Verzeichnis der Verarbeitungstätigkeiten ist ergänzt." : "",
            Deletion = personal ? "Zwei Jahre nach dem letzten Zugriff, automatisch." : "",
            AiRiskClass = "none",
            StaffCouncil = false,
            Security = "Betrieb im Rechenzentrum des kommunalen IT-Dienstleisters.",
            Accessibility = "Nach BITV 2.0 geprüft.",
            Openness = "Quelltexte und Daten werden offen bereitgestellt.",
            Procurement = "Beschränkte Ausschreibung.",
            Resolution = $"Das Vorhaben „{title}“ wird mit Gesamtkosten in der beantragten Höhe bewilligt.",
            Alternatives = "Verzicht; Umsetzung in kleineren Schritten.",
            LegalBasis = "Freiwillige Aufgabe der Selbstverwaltung, § 41 GO NRW.",
        });
    }
}
