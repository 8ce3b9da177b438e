using Governance.People;
using Governance.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Objections;

/// <summary>One person's objection to a decision, raised before it was carried out. Never changed: it belongs to the record.</summary>
public sealed class DecisionObjection : Entity, IAppendOnly
{
    /// <summary>The proposal that was decided.</summary>
    public required Guid ProposalId { get; init; }

    /// <summary>The period within which it was raised: a decision that is made again has one of its own.</summary>
    public required string BookmarkKey { get; init; }

    /// <summary>Who.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The mayor for whom the deputy raised it, or null where a person spoke for themselves.</summary>
    public Guid? OnBehalfOf { get; init; }

    /// <summary>By what right.</summary>
    public required ObjectionKind Kind { get; init; }

    /// <summary>Why; in text form, as the law asks.</summary>
    public required string Reason { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTime At { get; init; }

    /// <summary>True for the one that suspended the decision.</summary>
    public required bool Suspends { get; init; }
}

internal sealed class DecisionObjectionMapping : IEntityTypeConfiguration<DecisionObjection>
{
    public void Configure(EntityTypeBuilder<DecisionObjection> builder)
    {
        builder.ToTable("DecisionObjections");
        builder.Property(row => row.Reason).HasMaxLength(ObjectToDecision.LongestReason);
        builder.HasIndex(row => new { row.BookmarkKey, row.PersonId }).IsUnique();
        builder.HasIndex(row => row.ProposalId);
        builder.HasIndex(row => row.PersonId);
        builder.HasOne<Proposals.Proposal>().WithMany().HasForeignKey(row => row.ProposalId).HasPrincipalKey(row => row.Id);
        builder.HasIndex(row => row.OnBehalfOf);
        builder.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(row => row.OnBehalfOf);
    }
}
