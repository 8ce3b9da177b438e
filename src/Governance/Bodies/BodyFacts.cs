using System.Text.Json;
using System.Text.Json.Nodes;

namespace Governance.Bodies;

/// <summary>What the audit trail keeps of a body and of a seat: what it was like, and what a change made of it.</summary>
internal static class BodyFacts
{
    public static JsonObject Of(Body body) => new()
    {
        ["code"] = body.Code,
        ["nameDe"] = body.NameDe,
        ["nameEn"] = body.NameEn,
        ["kind"] = body.Kind.ToString(),
        ["members"] = body.StatutoryMembers,
        ["procedure"] = body.Procedure.ToString(),
    };

    public static JsonObject Of(Seat seat, string person) => new()
    {
        ["person"] = person,
        ["kind"] = seat.Kind.ToString(),
        ["function"] = seat.Function.ToString(),
        ["group"] = seat.Group,
        ["substitute"] = seat.SubstituteOrder,
        ["from"] = Date(seat.From),
        ["until"] = seat.Until is { } until ? Date(until) : null,
    };

    /// <summary>What it is now, and under <c>before</c> what was different.</summary>
    public static JsonObject Changes(JsonObject before, JsonObject after)
    {
        after["before"] = new JsonObject(before.Where(fact => !JsonNode.DeepEquals(fact.Value, after[fact.Key])).Select(fact => KeyValuePair.Create(fact.Key, fact.Value?.DeepClone())));
        return after;
    }

    private static JsonObject Date(DateOnly day) => new() { ["date"] = JsonSerializer.SerializeToNode(day) };
}
