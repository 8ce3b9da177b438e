namespace Governance.Objections;

/// <summary>By what right somebody objects to a decision before it is carried out.</summary>
public enum ObjectionKind
{
    /// <summary>Einspruch against a committee's decision, by the mayor or a fifth of its members: the council decides (§ 57 (4) GO NRW).</summary>
    CommitteeObjection,

    /// <summary>Widerspruch of the mayor against the council's decision that endangers the common good, until the third day: the council
    /// decides anew, and there is no second one (§ 54 (1) GO NRW).</summary>
    MayorsObjection,

    /// <summary>Beanstandung of an unlawful decision by the mayor: the same body decides anew; if it keeps its decision, the supervisory
    /// authority decides about the council's, the council about a committee's (§ 54 (2), (3) GO NRW).</summary>
    LegalityObjection,

    /// <summary>The mayor takes back what was delegated to the administration and decides (§ 62 (1) GO NRW).</summary>
    MayorsRecall,
}
