using Governance.People;
using Governance.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Proposals;

/// <summary>Projektantrag. What people write is <see cref="Content"/>; the columns are what lists, routing and money ask for.</summary>
public sealed class Proposal : Aggregate
{
    /// <summary>Aktenzeichen <c>GA-2026-0147</c>, given with the first submission; null while a draft.</summary>
    public string? Number { get; set; }

    /// <summary>Reference in the system it was imported from, or null.</summary>
    public string? ImportReference { get; init; }

    /// <summary>Who is responsible.</summary>
    public required Guid OwnerId { get; set; }

    /// <summary>Where it stands; set by the workflow.</summary>
    public ProposalStage Stage { get; set; } = ProposalStage.Draft;

    /// <summary>Title, a copy of the content's.</summary>
    public required string Title { get; set; }

    /// <summary>Leading life area, a copy of the content's, or empty while a draft.</summary>
    public string LifeArea { get; set; } = "";

    /// <summary>Total cost in euro cents, the sum of the financing plan.</summary>
    public long TotalCostCents { get; set; }

    /// <summary>Proposals of the same project add up for the authority check: its name, folded; null when alone.</summary>
    public string? ProjectKey { get; set; }

    /// <summary><see cref="ProposalContent"/> as JSON.</summary>
    public required string Content { get; set; }

    /// <summary>Its running or last workflow instance, or null while a draft.</summary>
    public Guid? InstanceId { get; set; }

    /// <summary>When it was first drafted (UTC).</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it was last submitted (UTC), or null.</summary>
    public DateTime? SubmittedAt { get; set; }

    /// <summary>Since when it is in <see cref="Stage"/> (UTC).</summary>
    public required DateTime StageSince { get; set; }

    /// <summary>The body that decides on it, once routed.</summary>
    public string? DecidingBody { get; set; }

    /// <summary>How it was routed and why: the authority decision as JSON, with rule, version and inputs.</summary>
    public string? RouteReason { get; set; }

    /// <summary>Sum granted in euro cents, once adopted.</summary>
    public long? GrantedCents { get; set; }

    /// <summary>When the decision became executable (UTC), or null.</summary>
    public DateTime? ExecutableAt { get; set; }

    /// <summary>Takes over what the owner wrote, and the columns that are copies of it.</summary>
    public void Take(ProposalContent content)
    {
        Content = content.ToJson();
        Title = content.Title;
        LifeArea = content.LeadingLifeArea;
        TotalCostCents = content.TotalCost.Cents;
        ProjectKey = string.IsNullOrWhiteSpace(content.Project) ? null : content.Project.Trim().ToUpperInvariant();
    }

    /// <summary>True while the owner may change it.</summary>
    public bool IsEditable => CanChangeAt(Stage);

    /// <summary>True at the stages at which the owner may change content and attachments.</summary>
    public static bool CanChangeAt(ProposalStage stage) => stage is ProposalStage.Idea or ProposalStage.Draft or ProposalStage.Returned;
}

/// <summary>Where a proposal stands (domain: the proposal). Stored by name; the workflow sets it by the same name.</summary>
public enum ProposalStage
{
    /// <summary>Ideenskizze.</summary>
    Idea,

    /// <summary>Entwurf.</summary>
    Draft,

    /// <summary>Eingereicht.</summary>
    Submitted,

    /// <summary>Formale Prüfung.</summary>
    FormalCheck,

    /// <summary>Fachliche Prüfung und Stellungnahmen.</summary>
    Opinions,

    /// <summary>Bewertung.</summary>
    Scoring,

    /// <summary>Vorberatung.</summary>
    Hearing,

    /// <summary>Beschlussfassung.</summary>
    Decision,

    /// <summary>Vertagt: comes to the same body again.</summary>
    Postponed,

    /// <summary>Verwiesen: goes to another body and comes back.</summary>
    Referred,

    /// <summary>Beschlossen; the objection period runs.</summary>
    Adopted,

    /// <summary>Bewilligt: executable, funds committed.</summary>
    Granted,

    /// <summary>Bewilligt mit Auflagen.</summary>
    GrantedWithConditions,

    /// <summary>Abgelehnt.</summary>
    Rejected,

    /// <summary>Zurückgegeben: the owner corrects it.</summary>
    Returned,

    /// <summary>Zur Kenntnis genommen: nothing was to be decided.</summary>
    Noted,

    /// <summary>Durch Stellungnahme der Verwaltung erledigt.</summary>
    Settled,

    /// <summary>Zurückgezogen.</summary>
    Withdrawn,

    /// <summary>In Umsetzung.</summary>
    Running,

    /// <summary>Berichte und Nachweise.</summary>
    Reports,

    /// <summary>Abgeschlossen.</summary>
    Closed,

    /// <summary>Archiviert.</summary>
    Archived,
}

internal sealed class ProposalMapping : IEntityTypeConfiguration<Proposal>
{
    public void Configure(EntityTypeBuilder<Proposal> builder)
    {
        builder.ToTable("Proposals");
        builder.Property(row => row.Number).HasMaxLength(20);
        builder.Property(row => row.Title).HasMaxLength(300);
        builder.Ignore(row => row.IsEditable);
        builder.Property(row => row.Content).HasMaxLength(Conventions.LongText);
        builder.Property(row => row.RouteReason).HasMaxLength(Conventions.LongText);
        builder.HasIndex(row => row.Number).IsUnique();
        builder.HasIndex(row => row.ImportReference).IsUnique();
        builder.HasIndex(row => new { row.Stage, row.StageSince });
        builder.HasIndex(row => new { row.OwnerId, row.Sequence });
        builder.HasIndex(row => new { row.LifeArea, row.Sequence });
        builder.HasIndex(row => row.ProjectKey);
        builder.HasOne<Person>().WithMany().HasForeignKey(row => row.OwnerId);
    }
}
