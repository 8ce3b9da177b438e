using Microsoft.Playwright;

namespace Governance.Browser.Tests.Journeys;

/// <summary>The nine steps of the form, filled in as an owner does.</summary>
/// <param name="owner">Who writes; the first step is open.</param>
/// <param name="see">Looks at a step when it is filled in.</param>
public sealed class DraftForm(Traveller owner, Func<string, Task> see)
{
    private IPage Page => owner.Page;

    /// <summary>Fills in everything and ends at the last step.</summary>
    public async Task FillAsync(string title, bool personalData, IReadOnlyList<PlanLine> plan)
    {
        await FillAsync(("Title", title), ("Unit", "Tiefbauamt"), ("Contact", "radverkehr@musterstadt.example"));
        await Page.Locator("[name='Form.LeadingLifeArea']").SelectOptionAsync("mobility");
        await Page.Locator("[name='Form.FurtherLifeAreas'][value=environment]").CheckAsync();
        await NextAsync(1);
        await FillAsync(
            ("Problem", "Am Stadtring hält der Radverkehr im Mittel an sieben von zehn Ampeln."), ("Goal", "Wer 18 km/h fährt, hat an 22 Kreuzungen Grün."),
            ("TargetPicture", "Der Umweltverbund trägt bis 2035 zwei Drittel der Wege."), ("Beneficiaries", "12.000 Radfahrende am Tag"));
        await NextAsync(2);
        await DayAsync("Form.Start", "01", "02", "2027");
        await DayAsync("Form.End", "30", "11", "2027");
        await Page.FillAsync("[name='Form.WorkPackages[0].Name']", "Planung und Zählstellen");
        await Page.FillAsync("[name='Form.WorkPackages[0].Result']", "Zählstellen melden, Schaltung ist berechnet");
        await DayAsync("Form.WorkPackages[0].DoneBy", "31", "05", "2027");
        await NextAsync(3);
        await Page.Locator("[name='Form.Economic'][value='2']").CheckAsync();
        await Page.Locator("[name='Form.Ecological'][value='5']").CheckAsync();
        await FillAsync(("EconomicReason", "Kürzere Wege"), ("EcologicalReason", "Weniger Autofahrten auf kurzen Wegen"), ("SocialReason", "Auch ohne Auto sicher ans Ziel"));
        await Page.Locator("[name='Form.Social'][value='3']").CheckAsync();
        await NextAsync(4);
        foreach (var line in plan)
        {
            await Page.FillAsync($"[name='cost-{line.Kind}-{line.Year}']", line.Amount);
            await Page.FillAsync($"[name='cover-{line.Source}-{line.Year}']", line.Amount);
        }

        await owner.PressAsync("Go", "save");
        await Assertions.Expect(Page.Locator(".balance")).ToBeVisibleAsync();
        await NextAsync(5);
        await Page.Locator("[name='Form.Investment'][value=False]").CheckAsync();
        await Page.Locator("[name='Form.Budgeted'][value=Fully]").CheckAsync();
        foreach (var year in Enumerable.Range(0, 5))
            await FillAsync(($"FollowUpYears[{year}].Cents", "4.800"), ($"FollowUpYears[{year}].StaffPosts", "0,25"));
        await FillAsync(("FollowUpBearer", "Tiefbauamt"), ("Climate", "Weniger Autofahrten sparen 40 t CO₂ im Jahr."));
        await Page.Locator("[name='Form.ClimateEffect'][value=SmallPositive]").CheckAsync();
        await NextAsync(6);
        await Page.Locator($"[name='Form.PersonalData'][value={personalData}]").CheckAsync();
        if (personalData)
        {
            await Page.Locator("[name='Form.ImpactAssessment'][value=False]").CheckAsync();
            await FillAsync(("ProcessingRecord", "VVT 2026-114"), ("Deletion", "Nach 24 Stunden"));
        }

        await FillAsync(("Resolution", $"Das Vorhaben „{title}“ wird bewilligt."));
        await NextAsync(7);
        await Page.SetInputFilesAsync("#Upload", new FilePayload { Name = "Lageplan Stadtring.pdf", MimeType = "application/pdf", Buffer = [.. "%PDF-1.7\n"u8, .. new byte[180_000]] });
        await owner.PressAsync("Go", "upload");
        await Assertions.Expect(Page.Locator(".banner--good")).ToBeVisibleAsync();
        await NextAsync(8);
        await see("step-9");
    }

    private async Task NextAsync(int step)
    {
        await see($"step-{step}");
        await owner.PressAsync("Go", "next");
        await Page.WaitForURLAsync(url => new Uri(url).AbsolutePath.EndsWith($"/edit/{step + 1}", StringComparison.Ordinal));
    }

    private async Task FillAsync(params (string Field, string Text)[] fields)
    {
        foreach (var (field, text) in fields)
            await Page.FillAsync($"[name='Form.{field}']", text);
    }

    private async Task DayAsync(string field, string day, string month, string year)
    {
        await Page.FillAsync($"[name='{field}.Day']", day);
        await Page.FillAsync($"[name='{field}.Month']", month);
        await Page.FillAsync($"[name='{field}.Year']", year);
    }
}
