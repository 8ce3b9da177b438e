using System.Globalization;
using Governance.Web.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Web.Ui.Page;

/// <summary>How far a step of a form is.</summary>
public enum StepState
{
    /// <summary>Not reached yet; no link.</summary>
    Ahead,

    /// <summary>All there.</summary>
    Done,

    /// <summary>Visited, but something is missing.</summary>
    Incomplete,

    /// <summary>The page that is shown.</summary>
    Current
}

/// <summary>One step of a form.</summary>
/// <param name="Label">Its name.</param>
/// <param name="State">How far it is.</param>
/// <param name="Href">Address, unless it cannot be opened yet.</param>
/// <param name="Note">"1 Angabe fehlt".</param>
public sealed record Step(string Label, StepState State, string? Href = null, string? Note = null);

/// <summary>Steps of a long form: a list at the side, on a phone an accordion above the form.</summary>
[HtmlTargetElement("ui-stepper")]
public sealed class Stepper(TextCatalog texts) : Component
{
    /// <summary>The steps in order.</summary>
    public IReadOnlyList<Step> Steps { get; set; } = [];

    /// <summary>Name of the list, for screen readers: "Schritte des Antrags".</summary>
    public string Label { get; set; } = "";

    /// <summary>Id of the form that is being filled in: its steps are then buttons that send it, with <c>Go</c> and the step's number, so that
    /// nothing typed is lost. Left out, they are links.</summary>
    public string? Form { get; set; }

    /// <inheritdoc />
    protected override TagBuilder Render(IHtmlContent content)
    {
        var incomplete = Steps.Count(step => step.State == StepState.Incomplete);
        var summary = incomplete == 0
            ? texts["Ui.Stepper.All", Steps.Count] : texts["Ui.Stepper.AllIncomplete", Steps.Count, incomplete];
        return Markup.El("div", null,
            Markup.El("nav", "wide-only", List()).With("aria-label", Label),
            Markup.El("details", "kern-accordion narrow-only",
                Markup.El("summary", "kern-accordion__header", Markup.El("span", "kern-title", summary)),
                Markup.El("div", "kern-accordion__body", List())));
    }

    private TagBuilder List() =>
        Markup.El("ol", "stepper").With("role", "list").AddAll(Steps.Select((step, index) => Item(step, index + 1)));

    private TagBuilder Item(Step step, int number)
    {
        var mark = step.State == StepState.Done
            ? (object)Show.Icon.Of("check", small: true) : number.ToString(CultureInfo.InvariantCulture);
        var words = Markup.El("span", null, step.Label, step.Note is null ? null : Markup.El("small", null, step.Note),
            Markup.Spoken(texts["Ui.Stepper.Spoken", number, Steps.Count, texts[$"Ui.Stepper.{step.State}"]]));
        var isCurrent = step.State == StepState.Current;
        var box = step.Href is null && !isCurrent ? Markup.El("span", "step")
            : Form is not null && !isCurrent ? Markup.El("button").With("type", "submit").With("form", Form).With("name", "Go").With("value", number.ToString(CultureInfo.InvariantCulture))
            : Markup.El("a").With("href", Form is null ? step.Href ?? "#content" : "#content").With("aria-current", isCurrent ? "step" : null);
        var css = step.State switch
        {
            StepState.Done => "is-done", StepState.Incomplete => "is-open", StepState.Current => "is-now", _ => null
        };
        return Markup.El("li", css, box.Add(Markup.El("i", null, mark).With("aria-hidden", "true")).Add(words));
    }
}
