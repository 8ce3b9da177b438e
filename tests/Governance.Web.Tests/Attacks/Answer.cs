using System.Text.Json;

namespace Governance.Web.Tests.Attacks;

/// <summary>What came back from an attack, and what is wrong with it.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Type">Media type.</param>
/// <param name="Text">The body.</param>
public sealed record Answer(int Status, string Type, string Text)
{
    private const int LongestProblem = 20_000;

    private static readonly int[] Refusals = [400, 401, 403, 404, 405, 409, 412, 413, 415, 422, 428, 429];

    // What only the program's inside or a stack trace would say.
    private static readonly string[] Internals =
        ["   at ", "Exception", "Npgsql", "SQLite Error", "SELECT ", "INSERT INTO", "System.", "Microsoft.", ".cs:line", "/work/", "Governance.Persistence", "StackTrace"];

    /// <summary>Whether it was done.</summary>
    public bool IsDone => Status < 400;

    /// <summary>Reads it.</summary>
    public static async Task<Answer> OfAsync(HttpResponseMessage message) =>
        new((int)message.StatusCode, message.Content.Headers.ContentType?.MediaType ?? "", await message.Content.ReadAsStringAsync());

    /// <summary>What is wrong with it as an answer to a program, or null.</summary>
    public string? FaultOfApi() => Fault() ?? (IsDone ? null : ProblemFault());

    /// <summary>What is wrong with it as a page, or null.</summary>
    public string? FaultOfPage() => Fault() ?? (Status >= 400 && Type == "text/html" && !Text.Contains("<h1", StringComparison.Ordinal) ? "a page without a heading" : null);

    private string? Fault()
    {
        if (!IsDone && !Refusals.Contains(Status))
            return $"status {Status}: {Start()}";
        return IsDone ? null : Array.Find(Internals, word => Text.Contains(word, StringComparison.Ordinal)) is { } shown ? $"{Status} shows \"{shown}\": {Start()}" : null;
    }

    private string? ProblemFault()
    {
        // A request line that the server itself cannot read never reaches the program.
        if (Status == 400 && Text.Length == 0)
            return null;
        if (Type != "application/problem+json")
            return $"{Status} is no problem+json but {Type}: {Start()}";
        if (Text.Length > LongestProblem)
            return $"{Status} sends {Text.Length} characters back";
        using var problem = JsonDocument.Parse(Text);
        return Array.Find(["code", "title", "detail"], name => !problem.RootElement.TryGetProperty(name, out var value) || value.GetString() is not { Length: > 2 }) is { } missing
            ? $"{Status} without {missing}: {Start()}" : null;
    }

    private string Start() => Text.Length > 400 ? Text[..400] : Text;
}
