namespace Governance.Workflows;

/// <summary>A value is not of the type that is needed.</summary>
internal sealed class ConversionException(string message) : Exception(message);
