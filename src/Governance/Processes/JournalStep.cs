using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Governance.Persistence;
using Governance.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Processes;

/// <summary>What happened in an instance from one stimulus to the next halt; appended, never changed. With the recorded instant, seed and
/// answers of the host a replay gives the same state, byte for byte. One row a step and not one an entry: a step writes a dozen entries, and
/// they are only ever read together.</summary>
public sealed class JournalStep : Entity, IAppendOnly
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,

        // Names that differ in case alone are two names; a script may nest deeper than a serializer expects.
        PropertyNameCaseInsensitive = false,
        MaxDepth = 256,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Whose.</summary>
    public required Guid InstanceId { get; init; }

    /// <summary>Number of its first entry: 1, 2, 3 … without gaps per instance.</summary>
    public required long First { get; init; }

    /// <summary>Number of its last entry.</summary>
    public required long Last { get; init; }

    /// <summary>When (UTC): the instant the step was given, not the clock while it ran.</summary>
    public required DateTime At { get; init; }

    /// <summary>What made the case go on: JSON, see <see cref="Workflows.Stimulus.Parse"/>; null for the start and for a move to another version.</summary>
    public string? Stimulus { get; init; }

    /// <summary>The entries in their order: JSON, see <see cref="Read"/>.</summary>
    public required string Entries { get; init; }

    /// <summary>The row for what the engine did.</summary>
    /// <param name="instanceId">Whose.</param>
    /// <param name="stimulus">What made it go on, or null for the start and for a move to another version.</param>
    /// <param name="entries">At least one.</param>
    public static JournalStep Of(Guid instanceId, Stimulus? stimulus, IReadOnlyList<Workflows.JournalEntry> entries) => new()
    {
        InstanceId = instanceId,
        First = entries[0].Number,
        Last = entries[^1].Number,
        At = entries[^1].Instant.UtcDateTime,
        Stimulus = stimulus?.ToJson().ToJsonString(Json),
        Entries = JsonSerializer.Serialize(entries.Select(entry => new JournalEntry(entry.ActivityId, entry.Event, entry.Outcomes.Count == 0 ? null : entry.Outcomes, entry.Detail)), Json),
    };

    /// <summary>The row for a move to another version.</summary>
    /// <param name="instanceId">Whose.</param>
    /// <param name="move">The move.</param>
    /// <param name="now">When.</param>
    /// <param name="from">The version it ran on.</param>
    /// <param name="to">The version it runs on now.</param>
    internal static JournalStep OfMove(Guid instanceId, MovedState move, DateTimeOffset now, int from, int to) =>
        Of(instanceId, stimulus: null, [move.EntryAt(now, new JsonObject { [MovedFrom] = from, [MovedTo] = to })]);

    internal const string MovedFrom = "from";
    internal const string MovedTo = "to";

    /// <summary>The entries of a stored row.</summary>
    public static IReadOnlyList<JournalEntry> Read(string entries) => JsonSerializer.Deserialize<IReadOnlyList<JournalEntry>>(entries, Json)!;
}

/// <summary>One thing that happened.</summary>
/// <param name="Activity">Which activity, or empty for the instance itself.</param>
/// <param name="Event">Started, Waiting, Resumed, Completed, Faulted …</param>
/// <param name="Outcomes">The ports by which it was left, or null.</param>
/// <param name="Detail">The host's answer, an incident's message, an event's name, or null.</param>
public sealed record JournalEntry(string Activity, JournalEvent Event, IReadOnlyList<string>? Outcomes, JsonNode? Detail);

internal sealed class JournalStepMapping : IEntityTypeConfiguration<JournalStep>
{
    public void Configure(EntityTypeBuilder<JournalStep> builder)
    {
        builder.ToTable("JournalSteps");
        builder.Property(row => row.Stimulus).HasMaxLength(Conventions.LongText);
        builder.Property(row => row.Entries).HasMaxLength(Conventions.LongText);
        builder.HasIndex(row => new { row.InstanceId, row.First }).IsUnique();
        builder.HasOne<ProcessInstance>().WithMany().HasForeignKey(row => row.InstanceId).HasPrincipalKey(row => row.Id);
    }
}
