using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Governance.Processes;

/// <summary>The record of a move of running cases, in the history of the version that they were moved to: the list of the dry run as it was at
/// that instant. It is kept for good as JSON, so its names are added to and never changed.</summary>
/// <param name="From">The version that they ran on.</param>
/// <param name="To">The version that they were to run on.</param>
/// <param name="Reason">Why.</param>
/// <param name="Cases">All that were chosen and are cases, in the order in which they were locked.</param>
public sealed record MoveRecord(int From, int To, string Reason, IReadOnlyList<MovedCase> Cases)
{
    /// <summary>The action of its entry in the history.</summary>
    public const string Action = "definition.cases-moved";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>How many were moved.</summary>
    public int Moved => Cases.Count(one => one.Result == MoveResult.Moved);

    /// <summary>How many were not.</summary>
    public int Stayed => Cases.Count - Moved;

    /// <summary>What is kept of it.</summary>
    public JsonNode ToFacts() => JsonSerializer.SerializeToNode(this, Json)!;

    /// <summary>What was kept.</summary>
    /// <exception cref="JsonException">It is no such record.</exception>
    public static MoveRecord Read(string facts) => JsonSerializer.Deserialize<MoveRecord>(facts, Json)!;
}

/// <summary>One chosen case.</summary>
/// <param name="Result">What came of it.</param>
/// <param name="HasMovedOn">True when it was answered between the dry run and the move: nothing is told of it then.</param>
/// <param name="Tried">What the dry run said.</param>
public sealed record MovedCase(MoveResult Result, bool HasMovedOn, TriedCase Tried);

/// <summary>What came of a chosen case.</summary>
public enum MoveResult
{
    /// <summary>It was moved.</summary>
    Moved,

    /// <summary>It could not be moved.</summary>
    Stayed,

    /// <summary>It had ended or was moved already.</summary>
    Gone,
}
