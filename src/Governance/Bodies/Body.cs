using Governance.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Bodies;

/// <summary>A body that decides or is heard: Lenkungskreis, Fachausschuss, Rat.</summary>
public sealed class Body : Aggregate
{
    /// <summary>Stable name in tables and definitions: <c>steering</c>.</summary>
    public required string Code { get; init; }

    /// <summary>German name.</summary>
    public required string NameDe { get; set; }

    /// <summary>English name.</summary>
    public required string NameEn { get; set; }

    /// <summary>What it is in law.</summary>
    public required BodyKind Kind { get; set; }

    /// <summary>Number of voting members that the statute sets, the mayor included where a member by law (§ 40 (2)).</summary>
    public required int StatutoryMembers { get; set; }

    /// <summary>How it votes.</summary>
    public required VotingProcedure Procedure { get; set; }

    /// <summary>The day on which the rolls of its ballots were last compared with its seats, or null: never.</summary>
    public DateOnly? RollsOn { get; set; }

    /// <summary>The version whose seats they were compared with, or null.</summary>
    public int? RollsVersion { get; set; }

    /// <summary>The name in the language.</summary>
    public string Name(System.Globalization.CultureInfo culture) => culture.TwoLetterISOLanguageName == "en" ? NameEn : NameDe;
}

/// <summary>What a body is in law; decides about quorum and procedure.</summary>
public enum BodyKind
{
    /// <summary>Part of the administration: decides what the mayor has delegated (§§ 41, 62, 68 GO NRW).</summary>
    Administration,

    /// <summary>A committee of the council (§ 57 GO NRW).</summary>
    Committee,

    /// <summary>The council.</summary>
    Council,

    /// <summary>Advises only.</summary>
    Advisory,
}

/// <summary>How a body votes (domain: collective decisions).</summary>
public enum VotingProcedure
{
    /// <summary>The office decides alone; there is no ballot.</summary>
    Office,

    /// <summary>Umlaufbeschluss.</summary>
    Circular,

    /// <summary>Only in a meeting.</summary>
    InSession,
}

internal sealed class BodyMapping : IEntityTypeConfiguration<Body>
{
    public void Configure(EntityTypeBuilder<Body> builder)
    {
        builder.ToTable("Bodies");
        builder.HasIndex(row => row.Code).IsUnique();
    }
}
