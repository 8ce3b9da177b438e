namespace Governance.Persistence;

/// <summary>Rows that are written once: money, history, journal, what was submitted. Changing or deleting one is refused when it is saved.</summary>
public interface IAppendOnly;
