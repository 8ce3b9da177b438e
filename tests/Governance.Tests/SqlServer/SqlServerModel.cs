using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.Dac.Model;

namespace Governance.Tests.SqlServer;

/// <summary>A SQL Server 2022 model of the schema, which knows every name and the whole grammar, and no behaviour.</summary>
internal static class SqlServerModel
{
    /// <summary>The schema as EF makes it, its own table of migrations included.</summary>
    public static string Schema
    {
        get
        {
            using var db = SqlServerTwin.Open();
            return db.Database.GenerateCreateScript() + "\nGO\n" + db.GetService<IHistoryRepository>().GetCreateScript();
        }
    }

    /// <summary>What is wrong with a script, warnings too.</summary>
    public static IReadOnlyList<string> ProblemsOf(string script)
    {
        using var model = ModelOf(script);
        return [.. model.Validate().Select(message => message.ToString())];
    }

    /// <summary>What is wrong with statements on the schema, warnings too, each with its text.</summary>
    public static IReadOnlyList<string> ProblemsOf(IEnumerable<Statement> statements)
    {
        using var model = ModelOf(Schema);
        var texts = new Dictionary<string, Statement>(StringComparer.Ordinal);
        var problems = new List<string>();
        foreach (var statement in statements)
        {
            var name = $"statement_{texts.Count + 1}";
            texts[name] = statement;
            try
            {
                model.AddObjects(statement.AsProcedure(name));
            }
            catch (DacModelException wrong)
            {
                problems.Add($"{wrong.Message}\n{statement.Text}\n{statement.Parameters}");
            }
        }

        foreach (var message in model.Validate())
            problems.Add($"{message}\n{string.Join('\n', texts.Where(one => message.ToString().Contains($"[{one.Key}]", StringComparison.Ordinal)).Select(one => one.Value.Text))}");
        return problems;
    }

    /// <summary>The batches of a script.</summary>
    public static IEnumerable<string> BatchesOf(string script) =>
        script.Split(["\nGO\n", "\r\nGO\r\n", "\nGO\r\n"], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static TSqlModel ModelOf(string script)
    {
        var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions());
        foreach (var batch in BatchesOf(script))
            model.AddObjects(batch);
        return model;
    }
}
