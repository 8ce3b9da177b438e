namespace Governance.Web.Hosting;

/// <summary>The program cannot do what it was started for, because of how it was set up; the message is one clear sentence for
/// the administrator.</summary>
public sealed class SettingsException(string sentence) : Exception(sentence);
