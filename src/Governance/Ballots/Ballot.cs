using Governance.Bodies;
using Governance.Persistence;
using Governance.Processes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Ballots;

/// <summary>One item put to the vote of one body. Owns the bookmark that waits for its result; a vote touches ballot rows only.</summary>
public sealed class Ballot : Aggregate
{
    /// <summary>The case.</summary>
    public required Guid InstanceId { get; init; }

    /// <summary>What waits for the result.</summary>
    public required string BookmarkKey { get; init; }

    /// <summary>What is voted on.</summary>
    public required Guid ProposalId { get; init; }

    /// <summary>Who votes.</summary>
    public required Guid BodyId { get; init; }

    /// <summary>Pre-advice (Vorberatung) or decision.</summary>
    public required BallotRole Role { get; init; }

    /// <summary>Circular or in session.</summary>
    public required VotingProcedure Procedure { get; init; }

    /// <summary>Where it stands.</summary>
    public BallotStatus Status { get; set; }

    /// <summary>The majority it needs.</summary>
    public required MajorityKind Majority { get; init; }

    /// <summary>Number of voting members that the statute sets, on the day on which voting begins.</summary>
    public required int StatutoryMembers { get; set; }

    /// <summary>True when the body is called a second time for the item with the express notice of § 49 (2) GO NRW.</summary>
    public bool SecondCall { get; init; }

    /// <summary>When members were invited (UTC).</summary>
    public required DateTime InvitedAt { get; init; }

    /// <summary>When voting began (UTC), or null.</summary>
    public DateTime? OpenedAt { get; set; }

    /// <summary>Circular: when it closes by itself (UTC).</summary>
    public required DateTime DeadlineAt { get; set; }

    /// <summary>When it was closed (UTC), or null.</summary>
    public DateTime? ClosedAt { get; set; }

    /// <summary>Members present for the item, the recused not counted; set when closed.</summary>
    public int? Present { get; set; }

    /// <summary>Counts, set when closed: no interim result is ever stored.</summary>
    public int? Yes { get; set; }

    /// <summary>See <see cref="Yes"/>.</summary>
    public int? No { get; set; }

    /// <summary>See <see cref="Yes"/>.</summary>
    public int? Abstained { get; set; }

    /// <summary>See <see cref="Yes"/>.</summary>
    public int? Recused { get; set; }

    /// <summary>Expert citizens among <see cref="Present"/>, where they have a seat; set when closed (§ 58 (3) GO NRW).</summary>
    public int? ExpertCitizens { get; set; }

    /// <summary>True when it was decided although fewer took part than the quorum takes, because nobody had established the lack
    /// (§ 49 (1) sentence 2 GO NRW).</summary>
    public bool LackNotEstablished { get; set; }

    /// <summary>The outcome's name once closed (adopted by majority, rejected by a tie, postponed …).</summary>
    public string? Outcome { get; set; }

    /// <summary>Sum granted in euro cents where the body changed it (adopted amended or in part), else null.</summary>
    public long? GrantedCents { get; set; }

    /// <summary>The resolution as the body worded it where it changed the proposed one, else null (§ 52 GO NRW).</summary>
    public string? Wording { get; set; }

    /// <summary>Code of the body it was referred to, else null.</summary>
    public string? ReferredTo { get; set; }

    /// <summary>Circular: who objected to the procedure and so stopped it, or null.</summary>
    public Guid? ObjectedBy { get; set; }

    /// <summary>Why, or null.</summary>
    public string? ObjectionReason { get; set; }

    /// <summary>Who recorded or closed it; null when it closed by itself.</summary>
    public Guid? ClosedBy { get; set; }

    /// <summary>Why that outcome: reasons as JSON.</summary>
    public string? OutcomeReason { get; set; }
}

/// <summary>What the body does with the item.</summary>
public enum BallotRole
{
    /// <summary>Vorberatung: is heard before.</summary>
    Hearing,

    /// <summary>Decides.</summary>
    Decision,

    /// <summary>Genehmigung: approves an urgent decision that was taken in its place (§ 60 (1) GO NRW). It grants nothing anew.</summary>
    Approval,
}

/// <summary>Where a ballot stands.</summary>
public enum BallotStatus
{
    /// <summary>The paper is in the inboxes; voting has not begun.</summary>
    Invited,

    /// <summary>Members vote.</summary>
    Open,

    /// <summary>The result stands.</summary>
    Closed,
}

internal sealed class BallotMapping : IEntityTypeConfiguration<Ballot>
{
    public void Configure(EntityTypeBuilder<Ballot> builder)
    {
        builder.ToTable("Ballots");
        builder.Property(row => row.OutcomeReason).HasMaxLength(Conventions.LongText);
        builder.Property(row => row.Wording).HasMaxLength(RecordBallotResult.LongestWording);
        builder.Property(row => row.ObjectionReason).HasMaxLength(ObjectToCircular.LongestReason);
        builder.HasIndex(row => row.BookmarkKey).IsUnique();
        builder.HasIndex(row => row.InstanceId);
        builder.HasIndex(row => new { row.BodyId, row.Status, row.Sequence });
        builder.HasIndex(row => new { row.Status, row.Procedure, row.DeadlineAt });
        builder.HasIndex(row => row.ProposalId);
        builder.HasOne<ProcessInstance>().WithMany().HasForeignKey(row => row.InstanceId).HasPrincipalKey(row => row.Id);
        builder.HasOne<Body>().WithMany().HasForeignKey(row => row.BodyId).HasPrincipalKey(row => row.Id);
        builder.HasOne<Proposals.Proposal>().WithMany().HasForeignKey(row => row.ProposalId).HasPrincipalKey(row => row.Id);
    }
}
