using Governance.Web.Ui.Shell;

namespace Governance.Web.Tests.Kit;

/// <summary>The mark of a person.</summary>
public sealed class AccountTests
{
    [Theory, InlineData("Jana Thelen", "JT"), InlineData("Dr. Renate Oelkers", "RO"), InlineData("Prof. Dr. Anna von der Aue", "AA"), InlineData("Cher", "C"), InlineData("", "")]
    public void Initials_leave_titles_out(string name, string initials) => new Account(name, "", [], null).Initials.ShouldBe(initials);

    [Theory, InlineData("/inbox", "/inbox", true), InlineData("/inbox", "/inbox/7", true), InlineData("/inbox", "/inboxes", false), InlineData("/", "/inbox", false), InlineData("/", "/", true)]
    public void An_entry_covers_what_lies_below_it(string entry, string path, bool covers) =>
        new NavigationEntry(entry, "x").Covers(path).ShouldBe(covers);
}
