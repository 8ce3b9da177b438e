namespace Governance.People;

/// <summary>What a person may be in the city's digital programme (domain: people, bodies, authority). Stored by name.</summary>
public enum Role
{
    /// <summary>Projektleitung: drafts and submits proposals.</summary>
    ProjectOwner,

    /// <summary>Stabsstelle Digitalisierung: central approver.</summary>
    Office,

    /// <summary>Kämmerei: confirms cover, keeps the ledger.</summary>
    Treasurer,

    /// <summary>Örtliche Rechnungsprüfung: reads everything, changes nothing.</summary>
    Auditor,

    /// <summary>Datenschutzbeauftragte/r: opinion where personal data are processed.</summary>
    DataProtectionOfficer,

    /// <summary>Oberbürgermeister/in.</summary>
    Mayor,

    /// <summary>Schriftführung of bodies: opens, closes and records ballots.</summary>
    Clerk,

    /// <summary>Systemadministration: people, bodies, workflows, settings; no say in decisions.</summary>
    Administrator,

    /// <summary>Bürgerin, Bürger.</summary>
    Citizen,
}
