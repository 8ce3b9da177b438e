using System.Globalization;
using Governance.Texts;
using Governance.Web.Texts;

namespace Governance.Web.Api;

/// <summary>Errors as sentences with their facts, in the language of the request: for pages, API and commands.
/// <c>Texts/Errors.{de,en}.resx</c> has one text a code, under <c>Errors.</c> and the code.</summary>
public sealed class ErrorTexts(TextCatalog texts)
{
    /// <summary>What is wrong and what to do.</summary>
    public string Sentence(Error error)
    {
        // What the product refuses has its sentence there, beside its reasons; what only the surface refuses has it here.
        if (error.HasText())
            return error.Render(CultureInfo.CurrentUICulture);

        // A code without a text is a slip that a test catches; users get a sentence all the same.
        var key = "Errors." + error.Code;
        return FactText.Fill(texts[texts.Has(key) ? key : "Errors.unknown"], error.Facts);
    }

    /// <summary>The kind of error in two or three words.</summary>
    public string Title(int status)
    {
        var key = $"Errors.Status.{status}";
        return texts[texts.Has(key) ? key : "Errors.Status.Other"];
    }

    /// <summary>The sentence, then one line a field.</summary>
    public IEnumerable<string> Lines(Error error) =>
        [Sentence(error), .. error.Fields.SelectMany(field => field.Value.Select(one => $"{field.Key}: {Sentence(one)}"))];
}

/// <summary>Registers <see cref="ErrorTexts"/> where no user interface is.</summary>
public static class ErrorTextsSetup
{
    /// <summary>Adds the texts of errors.</summary>
    public static IServiceCollection AddErrorTexts(this IServiceCollection services) =>
        services.AddSingleton<TextCatalog>().AddSingleton<ErrorTexts>();
}
