using System.Text.Json;
using System.Text.Json.Serialization;
using Governance.Inbox;
using Governance.People;
using Governance.Proposals;
using Governance.Texts;
using Governance.Workflows;

namespace Governance.Processes;

/// <summary>How somebody begins a case of a workflow by hand, as the definition declares it in <c>customProperties.begin</c>: who may, about proposals of
/// which stage, and what is asked for. What is given becomes the workflow's inputs of the same names.</summary>
/// <param name="By">Names of roles, or <c>owner</c>: the proposal's.</param>
/// <param name="Question">What is to be filled in, or what happens when there is nothing to fill in.</param>
public sealed record BeginForm(IReadOnlyList<string> By, LocalText Question)
{
    /// <summary>The one who begins that is no role: the proposal's owner.</summary>
    public const string Owner = "owner";

    /// <summary>Longest list of those who may, as a row keeps it.</summary>
    internal const int LongestBy = 400;

    private const string Example = "{\"by\": [\"Office\"], \"question\": {\"de\": …, \"en\": …}}";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) } };

    /// <summary>What is asked for, in its order.</summary>
    public IReadOnlyList<TaskField> Fields { get; init; } = [];

    /// <summary>Stages of the proposal at which a case may begin; empty: at all while its own case runs.</summary>
    public IReadOnlyList<ProposalStage> Stages { get; init; } = [];

    /// <summary>The form, or null when nobody begins the workflow by hand.</summary>
    public static BeginForm? Of(WorkflowDefinition definition) => Read(definition).Form;

    /// <summary>What is wrong with it, or null.</summary>
    internal static FormattableString? Problem(WorkflowDefinition definition)
    {
        var (form, unreadable) = Read(definition);
        return unreadable ?? (form is null ? null : WrongBy(form) ?? WrongField(form, definition));
    }

    /// <summary>Who may begin it, as a row keeps it: names with blanks between; null when nobody does.</summary>
    internal static string? BegunBy(WorkflowDefinition definition) => Problem(definition) is null && Of(definition) is { } form ? string.Join(' ', form.By) : null;

    /// <summary>Whether somebody is one of those whom a row names.</summary>
    /// <param name="begunBy">See <see cref="BegunBy"/>.</param>
    /// <param name="actor">Who.</param>
    /// <param name="owner">The proposal's owner.</param>
    internal static bool Allows(string begunBy, Actor actor, Guid owner) => actor.IsSystem
        || begunBy.Split(' ').Any(name => name == Owner ? actor.PersonId == owner : Enum.TryParse<Role>(name, out var role) && actor.Is(role));

    private static (BeginForm? Form, FormattableString? Problem) Read(WorkflowDefinition definition)
    {
        if (definition.CustomProperties?["begin"] is not { } begin)
            return (null, null);
        try
        {
            return begin.Deserialize<BeginForm>(Json) is { By: not null, Question: { De: not null, En: not null }, Fields: not null, Stages: not null } form && form.Fields.All(field => field is { Name: not null, Label: not null, Choices: not null })
                ? (form, null) : (null, $"customProperties.begin: by and a question in German and English are missing; {Example} would be right.");
        }
        catch (JsonException wrong)
        {
            return (null, $"customProperties.begin: it cannot be read: {wrong.Message}");
        }
    }

    private static FormattableString? WrongBy(BeginForm form) => form.By.Count == 0 || form.By.Any(name => name != Owner && !(Enum.TryParse<Role>(name, out var role) && role.ToString() == name)) || string.Join(' ', form.By).Length > LongestBy
        ? (FormattableString)$"customProperties.begin: by names '{string.Join(", ", form.By)}'; {string.Join(", ", Enum.GetNames<Role>().Prepend(Owner))} would be right." : null;

    private static FormattableString? WrongField(BeginForm form, WorkflowDefinition definition) => TaskData.WrongName(form.Fields) is { } name
        ? (FormattableString)$"customProperties.begin: '{name}' cannot be the name of a field; a small letter first, then letters and digits, each name once, would be right."
        : TaskData.WrongChoices(form.Fields) is { } choice ? $"customProperties.begin: the field '{choice}' needs choices, each with a value of its own, if its type is choice, and none otherwise." : WrongInput(form, definition);

    // Elsa forgets at the first wait what is no declared input.
    private static FormattableString? WrongInput(BeginForm form, WorkflowDefinition definition) =>
        form.Fields.FirstOrDefault(field => !definition.Inputs.Any(input => string.Equals(input.Name, field.Name, StringComparison.Ordinal))) is { } field
            ? (FormattableString)$"customProperties.begin: the field '{field.Name}' is no input of the workflow; one of {string.Join(", ", definition.Inputs.Select(input => input.Name))} would be right, or such an input." : null;
}
