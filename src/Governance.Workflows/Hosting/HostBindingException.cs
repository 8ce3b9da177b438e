namespace Governance.Workflows;

/// <summary>A host activity's input is missing or has another type. The message names activity and input.</summary>
public sealed class HostBindingException(string message) : Exception(message);
