using System.Security.Cryptography;
using System.Text;
using Governance.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Audit;

/// <summary>Who did what to which subject, when. Each subject's entries are numbered without gaps and chained by hash, so that
/// a changed, inserted or missing entry is seen; a chain a subject, not one for all, so that cases do not wait for each other.</summary>
public sealed class AuditEntry : Entity, IAppendOnly
{
    /// <summary>What it is about: a proposal, a body, a person.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>1, 2, 3 … without gaps per subject.</summary>
    public required int Number { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTime At { get; init; }

    /// <summary>Who, or <see cref="Guid.Empty"/> for the program.</summary>
    public required Guid ActorId { get; init; }

    /// <summary>The actor's name on that day.</summary>
    public required string ActorName { get; init; }

    /// <summary>A stable code: <c>proposal.submitted</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The facts as JSON; rendered when read.</summary>
    public required string Facts { get; init; }

    /// <summary>Lower-case hex SHA-256 over the previous hash and this entry's content.</summary>
    public required string Hash { get; init; }

    /// <summary>The hash that this content must have after that predecessor; empty text before the first.</summary>
    public static string HashOf(string previous, Guid subject, int number, DateTime at, Guid actor, string name, string action, string facts)
    {
        var text = string.Join('\n', previous, subject.ToString("N"), number.ToString(System.Globalization.CultureInfo.InvariantCulture), Stamp(at), actor.ToString("N"), name, action, facts);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>True when the content still is what was hashed.</summary>
    public bool Follows(string previous) => Hash == HashOf(previous, SubjectId, Number, At, ActorId, ActorName, Action, Facts);

    // PostgreSQL keeps microseconds: finer digits would break the chain when read again.
    private static string Stamp(DateTime at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", System.Globalization.CultureInfo.InvariantCulture);
}

internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries");
        builder.Property(row => row.Facts).HasMaxLength(Conventions.LongText);
        builder.Property(row => row.Hash).HasMaxLength(64);
        builder.HasIndex(row => new { row.SubjectId, row.Number }).IsUnique();
    }
}
