using System.Text.Encodings.Web;
using System.Text.Json;
using Governance.Persistence;
using Governance.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Processes;

/// <summary>A request of a case to another system, written in the step that it comes of and sent after its commit: nothing is sent that was not decided.
/// The row is deleted in the step that the answer leads to. If the program is killed between, it is sent again, with the same <c>Idempotency-Key</c>.</summary>
public sealed class OutgoingRequest : Entity
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whose.</summary>
    public required Guid InstanceId { get; init; }

    /// <summary>The bookmark that waits for the answer.</summary>
    public required string BookmarkKey { get; init; }

    /// <summary>What is sent: JSON.</summary>
    public required string Content { get; init; }

    /// <summary>Not before (UTC); later than now while somebody is sending it.</summary>
    public required DateTime NextAttemptAt { get; set; }

    internal HttpCall Call => JsonSerializer.Deserialize<HttpCall>(Content, Json)!;

    internal static OutgoingRequest Of(Guid instance, string bookmark, HttpCall call, DateTime now) => new()
    {
        InstanceId = instance, BookmarkKey = bookmark, Content = JsonSerializer.Serialize(call, Json), NextAttemptAt = now,
    };
}

internal sealed class OutgoingRequestMapping : IEntityTypeConfiguration<OutgoingRequest>
{
    public void Configure(EntityTypeBuilder<OutgoingRequest> builder)
    {
        builder.ToTable("OutgoingRequests");
        builder.Ignore(row => row.Call);
        builder.Property(row => row.Content).HasMaxLength(Conventions.LongText);
        builder.HasIndex(row => row.BookmarkKey).IsUnique();
        builder.HasIndex(row => row.NextAttemptAt);
        builder.HasIndex(row => row.InstanceId);
        builder.HasOne<ProcessInstance>().WithMany().HasForeignKey(row => row.InstanceId).HasPrincipalKey(row => row.Id);
    }
}
