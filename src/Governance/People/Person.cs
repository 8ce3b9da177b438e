using Microsoft.AspNetCore.Identity;

namespace Governance.People;

/// <summary>Someone who can sign in. Roles come from <see cref="Appointment"/>s, seats from the bodies.</summary>
public sealed class Person : IdentityUser<Guid>
{
    /// <summary>First and last name as shown.</summary>
    public required string FullName { get; set; }

    /// <summary>The unit of the administration, or empty.</summary>
    public string Unit { get; set; } = "";

    /// <summary>The language mails are written in: <c>de</c> or <c>en</c>.</summary>
    public string Culture { get; set; } = "de";
}
