using System.Text.RegularExpressions;

namespace Governance.Web.Tests.Texts;

/// <summary>A word in a page and its line.</summary>
public sealed record PageWord(string Text, int Line);

/// <summary>
/// Finds words in a Razor page that do not come from resources. Reads markup and code in turns: code begins at <c>@</c>, markup
/// inside code begins with a tag at the start of a statement.
/// </summary>
public sealed partial class PageWords
{
    private static readonly HashSet<string> Read = new(StringComparer.OrdinalIgnoreCase)
    {
        "aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "placeholder", "title", "alt", "label",
        "hint", "lede", "note", "caption", "words", "prompt", "unit", "context", "rule", "window-title", "error"
    };

    private static readonly HashSet<string> Void = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"
    };

    private readonly string page;
    private readonly List<PageWord> found = [];
    private int at;

    private PageWords(string page) => this.page = page;

    /// <summary>The words of a page that stand in it.</summary>
    public static IReadOnlyList<PageWord> Of(string page)
    {
        var blank = Comment().Replace(page, match => Newlines(match.Value));
        var reader = new PageWords(Directive().Replace(blank, match => Newlines(match.Value)));
        reader.Markup(single: false);
        return reader.found;
    }

    private bool More => at < page.Length;

    /// <summary>Reads markup to the end of the page or, inside code, to the end of one element.</summary>
    private void Markup(bool single)
    {
        var depth = 0;
        while (More)
        {
            if (page[at] == '<' && Tag().Match(page, at) is { Success: true } tag)
            {
                depth += Element(tag);
                if (single && depth <= 0) return;
            }
            else if (page[at] == '@') Razor(text: true);
            else if (page[at] == '}' && !single) at++;
            else Words(single);
        }
    }

    private void Words(bool single)
    {
        var start = at++;
        while (More && page[at] is not ('<' or '@') && (single || page[at] != '}')) at++;
        Check(page[start..at], start);
    }

    /// <summary>Reads a tag; +1 when it opens an element, -1 when it closes one, 0 when it is complete.</summary>
    private int Element(Match tag)
    {
        var name = tag.Groups["name"].Value;
        at += tag.Length;
        while (More && page[at] != '>') Attribute(name);
        var closed = page[at - 1] == '/';
        at++;
        if (tag.Value.StartsWith("</", StringComparison.Ordinal)) return -1;
        return closed || Void.Contains(name) ? 0 : 1;
    }

    private void Attribute(string tag)
    {
        if (page[at] == '@')
        {
            Razor(text: false);
            return;
        }

        if (AttributeStart().Match(page, at) is not { Success: true } attribute)
        {
            at++;
            return;
        }

        var (name, quote) = (attribute.Groups["name"].Value, attribute.Groups["quote"].Value[0]);
        var read = Read.Contains(name) || (name == "action" && tag is ("ui-banner" or "ui-confirm"));
        at += attribute.Length;
        while (More && page[at] != quote)
        {
            var start = at;
            if (page[at] == '@') Razor(read);
            else
            {
                while (More && page[at] != quote && page[at] != '@') at++;
                if (read) Check(page[start..at], start);
            }
        }

        at++;
    }

    /// <summary>Reads what follows an <c>@</c>: an expression, a block, or a statement with its block.</summary>
    private void Razor(bool text)
    {
        at++;
        if (!More || page[at] == '@') at++;
        else if (page[at] == '(')
        {
            var start = at;
            Balanced();
            if (text) CheckLiterals(page[start..at], start);
        }
        else if (page[at] == '{') Code();
        else if (Statement().Match(page, at) is { Success: true } statement)
        {
            at += statement.Length;
            Blocks();
        }
        else Expression();
    }

    private void Expression()
    {
        if (Await().Match(page, at) is { Success: true } wait) at += wait.Length;
        while (More)
        {
            if (char.IsLetterOrDigit(page[at]) || page[at] == '_') at++;
            else if (page[at] is '(' or '[') Balanced();
            else if (page[at] is '.' or '!' or '?' && at + 1 < page.Length && (char.IsLetter(page[at + 1]) || page[at + 1] is '[' or '.')) at++;
            else return;
        }
    }

    /// <summary>Reads <c>(…) { … } else { … }</c> after a statement's word.</summary>
    private void Blocks()
    {
        do
        {
            Space();
            if (More && page[at] == '(') Balanced();
            Space();
            if (More && page[at] == '{') Code();
        }
        while (Next().Match(page, at) is { Success: true } next && (at += next.Length) > 0);
    }

    /// <summary>Reads a block of code; a tag at the start of a statement is markup.</summary>
    private void Code()
    {
        at++;
        var fresh = true;
        while (More && page[at] != '}')
        {
            if (fresh && page[at] == '<' && Tag().IsMatch(page, at)) Markup(single: true);
            else if (fresh && page[at] == '@') Razor(text: true);
            else if (page[at] == '{') Code();
            else if (page[at] is '(' or '[') { Balanced(); fresh = false; }
            else if (page[at] == '"') Literal();
            else
            {
                if (!char.IsWhiteSpace(page[at])) fresh = page[at] is ';' or '}' or ':';
                at++;
                continue;
            }

            fresh = page[at - 1] is '}' or '>' || fresh;
        }

        at++;
    }

    private void Balanced()
    {
        var depth = 0;
        while (More)
        {
            if (page[at] == '"') { Literal(); continue; }
            if (page[at] is '(' or '[' or '{') depth++;
            if (page[at] is ')' or ']' or '}') depth--;
            at++;
            if (depth == 0) return;
        }
    }

    private void Literal()
    {
        for (at++; More && page[at] != '"'; at++)
            if (page[at] == '\\') at++;
        at++;
    }

    private void Space()
    {
        while (More && char.IsWhiteSpace(page[at])) at++;
    }

    private void Check(string text, int start)
    {
        var words = Entity().Replace(text, " ").Trim();
        if (words.Any(char.IsLetter)) found.Add(new PageWord(words, Line(start + (text.Length - text.TrimStart().Length))));
    }

    /// <summary>Words that an expression chooses between; names of texts and arguments of calls are none.</summary>
    private void CheckLiterals(string expression, int start)
    {
        foreach (Match match in Chosen().Matches(expression))
            if (match.Groups["text"].Value.Any(char.IsLetter)) found.Add(new PageWord(match.Groups["text"].Value, Line(start + match.Index)));
    }

    private int Line(int position) => page.AsSpan(0, position).Count('\n') + 1;

    private static string Newlines(string text) => new(text.Select(letter => letter == '\n' ? '\n' : ' ').ToArray());

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->", RegexOptions.Singleline, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^@(page|model|using|inject|namespace|addTagHelper|removeTagHelper|inherits|layout|attribute|section|implements)\b.*$|<!DOCTYPE[^>]*>",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Directive();

    [GeneratedRegex(@"\G</?(?<name>[A-Za-z][\w-]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\G(?<name>[A-Za-z_:][\w:.-]*)\s*=\s*(?<quote>[""'])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AttributeStart();

    [GeneratedRegex(@"\G(if|foreach|for|while|switch|using|lock|do|try)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Statement();

    [GeneratedRegex(@"\G\s*(else\s+if|else|while|catch|finally)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Next();

    [GeneratedRegex(@"\Gawait\s+", RegexOptions.None, 1000)]
    private static partial Regex Await();

    [GeneratedRegex(@"&#?\w+;", RegexOptions.None, 1000)]
    private static partial Regex Entity();

    [GeneratedRegex(@"(?<=[?:+]\s*|=>\s*|^\(\s*)\$?""(?<text>[^""]*)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Chosen();
}
