namespace Governance.Workflows;

/// <summary>A definition file cannot be read. The message is one sentence for the person who wrote the file.</summary>
public sealed class DefinitionException : Exception
{
    public DefinitionException(string message) : base(message) { }

    public DefinitionException(string message, Exception innerException) : base(message, innerException) { }
}
