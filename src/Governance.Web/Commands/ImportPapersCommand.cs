using System.CommandLine;
using System.Globalization;
using Governance.LifeAreas;
using Governance.Proposals;
using Governance.Web.Api;
using Governance.Web.Hosting;
using MediatR;

namespace Governance.Web.Commands;

/// <summary><c>import papers</c>: council papers become proposals, all lines or none.</summary>
public sealed class ImportPapersCommand : ICommandLine
{
    private const int Largest = 50 * 1024 * 1024;

    /// <inheritdoc />
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "CSV, UTF-8: reference,title,kind,total_cost_eur,budgeted,follow_up_cost_per_year_eur,steps[,life_area][,personal_data]." };
        var submit = new Option<bool>("--submit") { Description = "Submits the proposals too." };
        var dry = new Option<bool>("--dry-run") { Description = "Checks only; stores nothing." };
        var area = new Option<string>("--life-area") { DefaultValueFactory = _ => LifeAreaCodes.Society, Description = "Leading life area of lines that name none." };
        var command = new Command("papers", "Imports council papers as proposals. Wrong lines are named, and then nothing of the file is stored.") { file, submit, dry, area, JsonOutput.Option() };
        command.SetAction(async (parse, ct) =>
        {
            var error = parse.InvocationConfiguration.Error;
            if (await ReadAsync(parse.GetRequiredValue(file), error, ct) is not { } bytes)
                return CommandLines.Refused;
            await using var host = await CommandHost.OpenAsync(parse, anyVersion: false, ct);
            if (!parse.GetValue(dry))
                await FirstStart.PublishAsync(host.Services.GetRequiredService<People.AsProgram>(), ct);
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(host.Services.GetRequiredService<GovernanceSettings>().Culture);
            var texts = host.Services.GetRequiredService<ErrorTexts>();
            var imported = await host.Services.GetRequiredService<IMediator>().Send(
                new ImportPapers(bytes, Submit: parse.GetValue(submit), DryRun: parse.GetValue(dry), LifeArea: parse.GetValue(area)!), ct);
            if (imported.Error is { } refused)
            {
                await error.WriteLineAsync(texts.Sentence(refused));
                return CommandLines.Refused;
            }

            var done = imported.Value;
            foreach (var line in done.Refused.Concat(done.NotSubmitted))
                foreach (var sentence in texts.Lines(line.Reason))
                    await error.WriteLineAsync($"line {line.Line}: {line.Reason.Code}: {sentence}");
            parse.Write(
                new { done.Lines, done.Imported, done.Submitted, done.AlreadySubmitted, Refused = done.Refused.Select(Told), NotSubmitted = done.NotSubmitted.Select(Told) },
                [$"lines: {done.Lines}, imported: {done.Imported}, submitted: {done.Submitted}, already submitted: {done.AlreadySubmitted}, refused: {done.Refused.Count}, not submitted: {done.NotSubmitted.Count}"]);

            object Told(RefusedLine line) => new { line.Line, line.Reason.Code, Reasons = texts.Lines(line.Reason) };
            return done.Refused.Count + done.NotSubmitted.Count == 0 ? 0 : CommandLines.Refused;
        });
        return command;
    }

    private static async Task<byte[]?> ReadAsync(string path, TextWriter error, CancellationToken ct)
    {
        try
        {
            if (new FileInfo(path).Length <= Largest)
                return await File.ReadAllBytesAsync(path, ct);
            await error.WriteLineAsync($"{path} has more than {Largest / 1024 / 1024} MB.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException)
        {
            await error.WriteLineAsync(unreadable.Message);
        }

        return null;
    }
}
