using Governance.Bodies;
using Governance.People;
using Governance.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Ballots;

/// <summary>A member entitled to vote in a ballot, and the open vote given. Never a person twice.</summary>
public sealed class BallotMember : Entity
{
    /// <summary>Where.</summary>
    public required Guid BallotId { get; init; }

    /// <summary>Who.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>By what right; committees count council members and expert citizens apart (§ 58 (3) GO NRW).</summary>
    public required SeatKind Kind { get; set; }

    /// <summary>The vote of an open ballot, or null.</summary>
    public VoteChoice? Choice { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTime? VotedAt { get; set; }

    /// <summary>Befangenheit (§ 31 GO NRW): the reason given, or null. Excludes a vote.</summary>
    public string? RecusalReason { get; set; }
}

/// <summary>What a member may choose.</summary>
public enum VoteChoice
{
    /// <summary>Ja.</summary>
    Yes,

    /// <summary>Nein.</summary>
    No,

    /// <summary>Enthaltung.</summary>
    Abstain,
}

internal sealed class BallotMemberMapping : IEntityTypeConfiguration<BallotMember>
{
    public void Configure(EntityTypeBuilder<BallotMember> builder)
    {
        builder.ToTable("BallotMembers");
        builder.Property(row => row.RecusalReason).HasMaxLength(1000);
        builder.HasIndex(row => new { row.BallotId, row.PersonId }).IsUnique();
        builder.HasIndex(row => row.PersonId);
        builder.HasOne<Ballot>().WithMany().HasForeignKey(row => row.BallotId).HasPrincipalKey(row => row.Id);
        builder.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId);
    }
}
