namespace Governance.Web.Pages.Styleguide;

/// <summary>Invented sentences for the style guide.</summary>
public static class SampleTexts
{
    public const string Title = "Vorfahrt für Rettungswagen: vernetzte Ampeln auf vier Achsen";
    public const string FileNumber = "GA-2026-0147";
    public const string Areas = "Mobilität, Zivile Sicherheit";
    public const string Committee = "Ausschuss für Mobilität und Bauen";
    public const string Deputy = "Sie vertreten Mirko Stahlberg im Lenkungskreis bis Freitag, 27.11.2026.";
    public const string Saved = "Entwurf gespeichert um 14:12 Uhr";
    public const string Lacking = "Umwelt, Stadt: 25.750,00 € fehlen. GA-2026-0152 fordert 52.000,00 €, verfügbar sind 26.250,00 €.";
    public const string Consequence = "Der Antrag verlässt das Verfahren. Vorgemerkte Mittel werden frei. Das lässt sich nicht rückgängig machen.";
    public const string Nothing = "Keine Aufgaben offen. Neue erscheinen hier, sobald ein Antrag Ihre Mitwirkung braucht.";
    public const string Why = "Der Fachausschuss entscheidet, weil die Gesamtkosten über 50.000 € bis 250.000 € liegen und Mobilität der führende Lebensbereich ist.";
    public const string Rule = "Regel 3 der Zuständigkeitsordnung, Fassung 4, gültig seit 01.01.2026.";
    public const string WhyNote = "186.400,00 € und 9.800,00 € aus GA-2026-0061 desselben Projekts in den letzten 12 Monaten";
    public const string Motion = "Auf Ihren Antrag bewillige ich Ihnen für die Zeit vom 01.01.2027 bis zum 30.06.2028 eine Zuwendung in Höhe von 80 % der zuwendungsfähigen Ausgaben, höchstens 50.000,00 €. Die Zuwendung ist eine Anteilfinanzierung. Eine spätere Erhöhung ist ausgeschlossen.";
    public const string StartHint = "Das Landesprogramm schließt einen Beginn vor der Bewilligung aus. Beispiel: 01 02 2027";
    public const string StartError = "Wählen Sie einen Tag ab dem 01.02.2027 oder beantragen Sie den vorzeitigen Maßnahmenbeginn.";
    public const string BearerError = "Geben Sie an, wer die Folgekosten ab 2029 trägt.";
}
