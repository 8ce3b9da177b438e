using System.Text.Json.Nodes;

namespace Governance.Web.Tests.Attacks;

/// <summary>Values that somebody sends who means no good, or whose program is broken.</summary>
public static class Hostile
{
    /// <summary>More than any text field takes, less than a body may have.</summary>
    public static string Megabyte { get; } = new('ä', 500_000);

    /// <summary>Texts: as form fields, query values and JSON strings.</summary>
    public static IReadOnlyList<string> Texts { get; } =
    [
        "", " ", "\0", "a\0b", "\uD800", "x\uDC00y", "\u0001\u001F\u007F", "\r\nBcc: all@example.org", "\uFFFE\uFFFF", "\u202Egnp.exe", Megabyte, new('x', 10_001), new('x', 301),
        "'; DROP TABLE Proposals; --", "\" OR 1=1", "<script>alert(1)</script>", "{{7*7}}${7*7}", "%s%n%00", "../../../../etc/passwd", "C:\\con", "true", "null", "NaN", "-Infinity",
        "-1", "0", "-0,01", "1e400", "99999999999999999999999999", "92233720368547758,07", "-92233720368547758,08", "9223372036854775807", "2147483648", "1,005", "12.50",
        "0001-01-01", "9999-12-31", "31.02.2027", "2027-02-31", "00000000-0000-0000-0000-000000000000", "not-a-guid", "Complete\u0000", "🗳️👩‍👩‍👧", "１２３", "٣",
    ];

    /// <summary>Values of JSON fields; those that are no texts.</summary>
    public static IReadOnlyList<Func<JsonNode?>> Nodes { get; } =
    [
        () => null, () => true, () => -1, () => 0, () => int.MaxValue, () => long.MaxValue, () => long.MinValue, () => 1.5, () => 1e300, () => new JsonArray(), () => new JsonObject(),
        () => new JsonArray((JsonNode?)null), () => new JsonArray(1, "x"), () => new JsonArray(new JsonObject()), () => new JsonObject { ["x"] = "y" },
        () => new JsonArray([.. Enumerable.Range(0, 300).Select(number => (JsonNode?)new JsonObject { ["year"] = number })]), () => Deep(60),
    ];

    /// <summary>Whole bodies that no endpoint understands.</summary>
    public static IReadOnlyList<(string Text, string Type)> Bodies { get; } =
    [
        ("", "application/json"), ("{", "application/json"), ("null", "application/json"), ("[]", "application/json"), ("\"x\"", "application/json"), ("1", "application/json"),
        ("{\"a\":1,}", "application/json"), ("{\"title\":\"\\ud800\"}", "application/json"), ("{\"title\":\"a\\u0000b\"}", "application/json"), ("{\"a\":\"\u0000\"}", "application/json"),
        ("{\"title\":1,\"title\":2}", "application/json"), ("{\"unknown\":1}", "application/json"), (string.Concat(Enumerable.Repeat("{\"a\":", 500)) + "1" + new string('}', 500), "application/json"),
        ("<a/>", "application/xml"), ("title=x", "application/x-www-form-urlencoded"), ("--x--", "multipart/form-data; boundary=x"), ("{}", "text/plain"), ("{}", "application/json; charset=utf-7"),
        ("{\"a\":\"" + new string('x', 1_100_000) + "\"}", "application/json"),
    ];

    /// <summary>Parts of addresses where an id or a code is expected.</summary>
    public static IReadOnlyList<string> Ids { get; } =
    [
        "x", "0", "-1", "00000000-0000-0000-0000-000000000000", "01a21302-96f9-7abb-9c69-e2d099fff561", "%20", "a%0Ab", "%ED%A0%80", "%C0%AF", "..%2F..%2Fadmin", "'%20OR%201=1", new('x', 3000), "%F0%9F%97%B3",
    ];

    private static JsonNode Deep(int levels) => levels == 0 ? "x" : new JsonObject { ["a"] = Deep(levels - 1) };
}
