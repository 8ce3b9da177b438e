namespace Governance.Bodies;

/// <summary>What the audit trail keeps of a body and of a seat: enough to tell what it was like after the change.</summary>
internal static class BodyFacts
{
    public static object Of(Body body) => new
    {
        code = body.Code, nameDe = body.NameDe, nameEn = body.NameEn, kind = body.Kind.ToString(), members = body.StatutoryMembers, procedure = body.Procedure.ToString(),
    };
}
