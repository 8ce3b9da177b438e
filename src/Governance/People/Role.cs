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

    /// <summary>Informationssicherheit: opinion where a definition asks for it.</summary>
    SecurityOfficer,

    /// <summary>Personalrat: opinion and co-determination (§ 72 LPVG NRW) where a definition asks for it.</summary>
    StaffCouncil,

    /// <summary>Gleichstellungsstelle: opinion where a definition asks for it.</summary>
    EqualityOfficer,

    /// <summary>Vergabestelle: opinion where a definition asks for it.</summary>
    ProcurementOffice,

    /// <summary>IT-Dienstleister: opinion where a definition asks for it.</summary>
    ItProvider,

    /// <summary>Oberbürgermeister/in: also objects to decisions (§ 54 GO NRW).</summary>
    Mayor,

    /// <summary>Beigeordnete: see what the mayor sees; whether they sign is a definition's to say.</summary>
    DeputyMayor,

    /// <summary>Schriftführung of bodies: opens, closes and records ballots.</summary>
    Clerk,

    /// <summary>Systemadministration: people, bodies, workflows, settings; no say in decisions.</summary>
    Administrator,

    /// <summary>Bürgerin, Bürger.</summary>
    Citizen,
}
