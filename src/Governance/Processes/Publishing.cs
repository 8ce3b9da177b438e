using System.Text.RegularExpressions;
using Governance.Audit;
using Governance.Bodies;
using Governance.People;
using Governance.Persistence;
using Governance.Texts;
using Governance.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Governance.Processes;

/// <summary>How a text becomes a published version.</summary>
internal static partial class Publishing
{
    /// <summary>The action by which the history of a version begins.</summary>
    public const string Published = "definition.published";

    // The program's own largest has a hundred; beyond this the checks would keep the server busy.
    private const int MostActivities = 1_000;

    /// <summary>Reads a definition.</summary>
    /// <returns><c>process.unreadable</c> with the reason, <c>process.id-invalid</c> when its id cannot stand in an address,
    /// <c>process.too-many-activities</c>.</returns>
    public static Result<WorkflowDefinition> Read(string source)
    {
        try
        {
            var definition = WorkflowDefinition.Load(source, ActivityRegistry.Catalog);
            if (definition.Nodes.Count > MostActivities)
                return Error.Of("process.too-many-activities", ("activities", definition.Nodes.Count), ("most", MostActivities));
            return Id().IsMatch(definition.DefinitionId) ? definition : Error.Of("process.id-invalid", ("definition", definition.DefinitionId));
        }
        catch (DefinitionException unreadable)
        {
            return Error.Of("process.unreadable", ("why", unreadable.Message));
        }
    }

    /// <summary>Who publishes, or null: the program does.</summary>
    public static Guid? By(Actor actor) => actor.IsPerson ? actor.PersonId : null;

    /// <summary>The errors that <see cref="DefinitionCheck"/> finds: a case that came to such a gap would stand still for ever, and a published version is
    /// never changed. Warnings are the publisher's to judge.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="known">See <see cref="NamesAsync"/>.</param>
    public static Error? Check(WorkflowDefinition definition, KnownNames known)
    {
        var problems = DefinitionCheck.Of(definition, known).Where(problem => problem.Severity == ProblemSeverity.Error).Select(problem => new ProblemText(problem)).ToList();
        return problems.Count > 0 ? Error.Of("process.invalid", ("problems", problems)) : null;
    }

    /// <summary>The published workflows in use, and the codes of the city's bodies: null before the city is founded, when a definition may name what is
    /// still to come.</summary>
    /// <param name="db">Where they are.</param>
    /// <param name="addresses">Where requests may go.</param>
    /// <param name="ct">Ends the wait.</param>
    public static async Task<KnownNames> NamesAsync(GovernanceDb db, AllowedAddresses addresses, CancellationToken ct)
    {
        var bodies = await db.Set<Body>().AsNoTracking().Select(body => body.Code).ToListAsync(ct);
        var workflows = await db.Set<PublishedDefinition>().AsNoTracking().Where(row => row.RetiredAt == null).Select(row => row.DefinitionId).Distinct().ToListAsync(ct);
        return new(bodies.Count > 0 ? bodies.ToHashSet(StringComparer.Ordinal) : null, workflows.ToHashSet(StringComparer.Ordinal), addresses);
    }

    /// <summary>Adds the next version.</summary>
    /// <param name="db">Where to.</param>
    /// <param name="audit">Its history.</param>
    /// <param name="definition">It was checked.</param>
    /// <param name="note">Why, in the publisher's words.</param>
    /// <param name="by">Who; null: the program.</param>
    /// <param name="now">When.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>Its number.</returns>
    public static async Task<int> AddAsync(GovernanceDb db, AuditTrail audit, WorkflowDefinition definition, string note, Guid? by, DateTime now, CancellationToken ct)
    {
        var latest = await db.Set<PublishedDefinition>().Where(row => row.DefinitionId == definition.DefinitionId).MaxAsync(row => (int?)row.Number, ct);
        var published = new PublishedDefinition
        {
            DefinitionId = definition.DefinitionId,
            Number = (latest ?? 0) + 1,
            Sha256 = definition.Sha256,
            Source = definition.Source,
            PublishedAt = now,
            PublishedBy = by,
            Note = note,
            BegunBy = BeginForm.BegunBy(definition),
        };
        db.Add(published);
        await CaseTrigger.RenewAsync(db, definition.DefinitionId, definition, now, ct);
        await audit.RecordAsync(published.Id, Published, new { definition = published.DefinitionId, version = published.Number, sha256 = published.Sha256, note }, ct);
        return published.Number;
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Id();
}
