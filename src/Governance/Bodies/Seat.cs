using Governance.People;
using Governance.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Bodies;

/// <summary>A person's seat in a body from one day to another (both included).</summary>
public sealed class Seat : Entity
{
    /// <summary>Where.</summary>
    public required Guid BodyId { get; init; }

    /// <summary>Who.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>By what right; advisory seats do not vote.</summary>
    public required SeatKind Kind { get; set; }

    /// <summary>Chair, deputy chair or member.</summary>
    public required SeatFunction Function { get; set; }

    /// <summary>Fraktion, or empty.</summary>
    public string Group { get; set; } = "";

    /// <summary>Place among the elected substitutes, 1 first; null for a full seat.</summary>
    public int? SubstituteOrder { get; set; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; set; }

    /// <summary>Last day, or null.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>True when the seat is held on the day.</summary>
    public bool Covers(DateOnly day) => From <= day && (Until is not { } until || until >= day);

    /// <summary>True when both are held on some day.</summary>
    public bool Overlaps(Seat other) => Covers(other.From) || other.Covers(From);
}

/// <summary>By what right somebody sits.</summary>
public enum SeatKind
{
    /// <summary>Council member, the mayor included.</summary>
    CouncilMember,

    /// <summary>Sachkundige/r Bürger/in (§ 58 (3) GO NRW).</summary>
    ExpertCitizen,

    /// <summary>Of the administration, in bodies that are no organs.</summary>
    Administration,

    /// <summary>Speaks, does not vote.</summary>
    Advisory,
}

/// <summary>What somebody does in the body.</summary>
public enum SeatFunction
{
    /// <summary>Member.</summary>
    Member,

    /// <summary>Chair.</summary>
    Chair,

    /// <summary>Deputy chair.</summary>
    DeputyChair,
}

internal static class Seats
{
    /// <summary>Those that vote on a day: no advisory seats, and no elected substitutes.</summary>
    public static IQueryable<Seat> VotingOn(this IQueryable<Seat> seats, DateOnly day) =>
        seats.Where(seat => seat.Kind != SeatKind.Advisory && seat.SubstituteOrder == null && seat.From <= day && (seat.Until == null || seat.Until >= day));

    /// <summary>True when the actor has a voting seat in the body today.</summary>
    public static Task<bool> SitsAsync(this GovernanceDb db, Guid body, Actor actor, CancellationToken ct) =>
        db.Set<Seat>().VotingOn(actor.Today).AnyAsync(seat => seat.BodyId == body && seat.PersonId == actor.PersonId, ct);
}

internal sealed class SeatMapping : IEntityTypeConfiguration<Seat>
{
    public void Configure(EntityTypeBuilder<Seat> builder)
    {
        builder.ToTable("Seats");
        builder.HasOne<Body>().WithMany().HasForeignKey(row => row.BodyId).HasPrincipalKey(row => row.Id);
        builder.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId);
        builder.HasIndex(row => new { row.BodyId, row.PersonId, row.From }).IsUnique();
        builder.HasIndex(row => row.PersonId);
    }
}
