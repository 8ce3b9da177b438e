using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.Persistence;
using Governance.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Processes;

/// <summary>What one case has for another, written in the step that it comes of and deleted in the step that it leads to: each is a transaction of its
/// own, and none is lost or delivered twice, wherever a process is killed. See <see cref="DeliverCaseMessage"/>.</summary>
public sealed class CaseMessage : Entity
{
    // Names that differ in case alone are two names; a script may nest deeper than a serializer expects.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, PropertyNameCaseInsensitive = false, MaxDepth = 256 };

    /// <summary>What is to be done.</summary>
    public required CaseMessageKind Kind { get; init; }

    /// <summary>The case that sends it (<see cref="CaseMessageKind.StartCase"/>, <see cref="CaseMessageKind.PublishEvent"/>) or gets it.</summary>
    public required Guid InstanceId { get; init; }

    /// <summary>The bookmark of the parent that waits for the case that is started or has ended, or null.</summary>
    public string? BookmarkKey { get; init; }

    /// <summary>Workflow and inputs, or the event: JSON; or null.</summary>
    public string? Content { get; init; }

    /// <summary>When it was sent (UTC).</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>How many events led to it, each to the next: see <see cref="EventCall.MostInARow"/>.</summary>
    public int Events { get; init; }

    /// <summary>Not before (UTC): later than sent after it could not be delivered.</summary>
    public DateTime NextAttemptAt { get; set; }

    /// <summary>How often it could not be delivered.</summary>
    public int Attempts { get; set; }

    internal NewCase NewCase => JsonSerializer.Deserialize<NewCase>(Content!, Json)!;

    internal EventCall Event => JsonSerializer.Deserialize<EventCall>(Content!, Json)!;

    internal static CaseMessage Start(Guid parent, string? bookmark, NewCase started, int events, DateTime now) => new()
    {
        Kind = CaseMessageKind.StartCase, InstanceId = parent, BookmarkKey = bookmark, Content = JsonSerializer.Serialize(started, Json), Events = events, CreatedAt = now, NextAttemptAt = now,
    };

    internal static CaseMessage Publish(Guid sender, EventCall published, int events, DateTime now) => new()
    {
        Kind = CaseMessageKind.PublishEvent, InstanceId = sender, Content = JsonSerializer.Serialize(published, Json), Events = events, CreatedAt = now, NextAttemptAt = now,
    };

    /// <summary>The same event for one case that waits for it.</summary>
    internal CaseMessage To(Guid receiver) => new() { Kind = CaseMessageKind.DeliverEvent, InstanceId = receiver, Content = Content, Events = Events, CreatedAt = CreatedAt, NextAttemptAt = CreatedAt };

    internal static CaseMessage Ended(ProcessInstance child, DateTime now) => new()
    {
        Kind = CaseMessageKind.ChildEnded, InstanceId = child.ParentId!.Value, BookmarkKey = child.ParentBookmark, CreatedAt = now, NextAttemptAt = now,
    };
}

/// <summary>What a message between cases is for.</summary>
public enum CaseMessageKind
{
    /// <summary>A workflow is started for the sender.</summary>
    StartCase,

    /// <summary>An event goes to all cases that wait for it, one <see cref="DeliverEvent"/> for each, and to all workflows that begin by it, one
    /// <see cref="StartCase"/> for each.</summary>
    PublishEvent,

    /// <summary>An event goes to one case.</summary>
    DeliverEvent,

    /// <summary>A case has ended for which its parent waits.</summary>
    ChildEnded,
}

/// <summary>A case that is to be started.</summary>
/// <param name="DefinitionId">Its workflow.</param>
/// <param name="CorrelationId">What events name it by, or null.</param>
/// <param name="Inputs">By name.</param>
internal sealed record NewCase(string DefinitionId, string? CorrelationId, JsonObject Inputs)
{
    /// <summary>By what it begins by itself, or null: another case starts it.</summary>
    public Trigger? Trigger { get; init; }

    /// <summary>The id that it is to have, or null: any.</summary>
    public Guid? Id { get; init; }
}

internal sealed class CaseMessageMapping : IEntityTypeConfiguration<CaseMessage>
{
    public void Configure(EntityTypeBuilder<CaseMessage> builder)
    {
        builder.ToTable("CaseMessages");
        builder.Property(row => row.Content).HasMaxLength(Conventions.LongText);
        builder.Ignore(row => row.NewCase);
        builder.Ignore(row => row.Event);
        builder.HasIndex(row => row.InstanceId);
        builder.HasIndex(row => row.NextAttemptAt);
        builder.HasIndex(row => row.BookmarkKey).HasFilter(Conventions.IsGiven(nameof(CaseMessage.BookmarkKey)));
        builder.HasOne<ProcessInstance>().WithMany().HasForeignKey(row => row.InstanceId).HasPrincipalKey(row => row.Id);
    }
}
