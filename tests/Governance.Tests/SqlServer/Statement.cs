using System.Data.Common;
using System.Globalization;
using Microsoft.Data.SqlClient;

namespace Governance.Tests.SqlServer;

/// <summary>A text that the program would send to SQL Server, with its parameters as declared there.</summary>
/// <param name="Text">The text.</param>
/// <param name="Parameters">Declarations: <c>@id uniqueidentifier</c>.</param>
public sealed record Statement(string Text, string Parameters)
{
    /// <summary>The statement of a command that was about to be sent.</summary>
    public static Statement Of(DbCommand command) =>
        new(command.CommandText, string.Join(", ", command.Parameters.Cast<SqlParameter>().Select(Declaration)));

    /// <summary>The same as a procedure, the only form in which a model takes a statement.</summary>
    public string AsProcedure(string name) => $"CREATE PROCEDURE [{name}] {Parameters} AS\nBEGIN\n{Text}\nEND";

    private static string Declaration(SqlParameter parameter)
    {
        var name = parameter.ParameterName.StartsWith('@') ? parameter.ParameterName : "@" + parameter.ParameterName;
        var size = parameter.Size is -1 or > 4000 ? "max" : Math.Max(1, parameter.Size).ToString(CultureInfo.InvariantCulture);
        var type = parameter.SqlDbType.ToString().ToLowerInvariant();
        return $"{name} {type}" + type switch
        {
            "nvarchar" or "varchar" or "varbinary" or "nchar" or "char" => $"({size})",
            "decimal" => $"({parameter.Precision},{parameter.Scale})",
            _ => "",
        };
    }
}

/// <summary>Thrown in place of sending a statement to a server that is not there.</summary>
public sealed class NotSentException(Statement statement) : Exception("Not sent: " + statement.Text)
{
    /// <summary>What would have been sent.</summary>
    public Statement Statement => statement;
}
