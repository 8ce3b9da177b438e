using System.Text.Encodings.Web;
using System.Text.Json;
using Governance.People;
using Governance.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Inbox;

/// <summary>What somebody wrote on an open task and saved for later. Nobody else reads it; it goes when the task closes.</summary>
public sealed class TaskDraft : Entity
{
    private static readonly CompiledQuery<Guid, int> OfTask = new((db, task, _) => db.Set<TaskDraft>().Where(draft => draft.TaskId == task).ExecuteDelete());
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Where.</summary>
    public required Guid TaskId { get; init; }

    /// <summary>Who.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The comment, or empty.</summary>
    public required string Comment { get; set; }

    /// <summary>The fields by name as they were typed: JSON.</summary>
    public required string Data { get; set; }

    /// <summary>When (UTC).</summary>
    public required DateTime SavedAt { get; set; }

    internal static string Write(IReadOnlyDictionary<string, string?>? data) => JsonSerializer.Serialize(data ?? new Dictionary<string, string?>(StringComparer.Ordinal), Json);

    internal static async Task<TaskDraftText?> OfAsync(GovernanceDb db, Guid task, Guid person, CancellationToken ct)
    {
        var row = await db.Set<TaskDraft>().AsNoTracking().SingleOrDefaultAsync(draft => draft.TaskId == task && draft.PersonId == person, ct);
        return row is null ? null : new(row.Comment, JsonSerializer.Deserialize<Dictionary<string, string?>>(row.Data)!, row.SavedAt);
    }

    internal static Task<int> ForgetAsync(GovernanceDb db, Guid task, CancellationToken ct) => OfTask.AskAsync(db, task, ct);
}

/// <summary>A draft for its writer.</summary>
/// <param name="Comment">The comment, or empty.</param>
/// <param name="Data">The fields by name as they were typed.</param>
/// <param name="SavedAt">When (UTC).</param>
public sealed record TaskDraftText(string Comment, IReadOnlyDictionary<string, string?> Data, DateTime SavedAt);

internal sealed class TaskDraftMapping : IEntityTypeConfiguration<TaskDraft>
{
    public void Configure(EntityTypeBuilder<TaskDraft> builder)
    {
        builder.ToTable("TaskDrafts");
        builder.Property(row => row.Comment).HasMaxLength(4000);
        builder.Property(row => row.Data).HasMaxLength(Conventions.LongText);
        builder.HasIndex(row => new { row.TaskId, row.PersonId }).IsUnique();
        builder.HasOne<InboxTask>().WithMany().HasForeignKey(row => row.TaskId).HasPrincipalKey(row => row.Id);
        builder.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId);
    }
}
