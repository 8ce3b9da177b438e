using System.Text.RegularExpressions;

namespace Governance.Web.Tests.Texts;

/// <summary>Finds sentences in C# that people might read and that do not come from resources: literals with German letters, and literals
/// of several words, unless they stand where developers, administrators at a shell, or other programs read them.</summary>
public static partial class CodeWords
{
    /// <summary>The words of a source that stand in it.</summary>
    public static IReadOnlyList<PageWord> Of(string source)
    {
        var code = Comment().Replace(source, "");
        var blank = Literal().Replace(code, match => "\"" + new string('x', match.Length - 2) + "\"");
        return
        [
            .. from match in Literal().Matches(code)
               let text = match.Groups["raw"].Value + match.Groups["text"].Value
               where German().IsMatch(text) || Sentence().IsMatch(text)
               where !Elsewhere().IsMatch(Before(blank, match.Index))
               select new PageWord(text, code.AsSpan(0, match.Index).Count('\n') + 1),
        ];
    }

    // The statement as far as the literal.
    private static string Before(string code, int at) => code[(code.LastIndexOfAny([';', '{', '}'], Math.Max(0, at - 1)) + 1)..at];

    [GeneratedRegex(@"(?<![:""])//[^\n]*", RegexOptions.None, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex("\"\"\"(?<raw>.*?)\"\"\"|\"(?<text>(?:[^\"\\\\\n]|\\\\.)*)\"", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Literal();

    [GeneratedRegex("[äöüÄÖÜß„“]", RegexOptions.None, 1000)]
    private static partial Regex German();

    [GeneratedRegex("[a-z]{2,},? [a-z]{2,},? [a-z]{2,}|^[A-Z][a-z]+,? [A-Za-z]+", RegexOptions.None, 1000)]
    private static partial Regex Sentence();

    // Descriptions for editors and OpenAPI, faults and incidents, settings, logs, metrics, names of rules, and classes of style sheets.
    [GeneratedRegex(@"(Description|DisplayName|Category)\s*=|With(Summary|Description)\(|Exception\(|HostResult\.Fault\(|\.Log\w+\(|Who\.When<|Who<\w+>[^;]* new\(|AddHeader\(|Unhealthy\(|\.Create\w+<\w+>\(|Markup\.(El|Empty)\(""x*"",[^,]*$",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Elsewhere();
}
