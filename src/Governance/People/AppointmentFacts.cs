namespace Governance.People;

/// <summary>What the audit trail keeps of an appointment.</summary>
internal static class AppointmentFacts
{
    public static object Of(Appointment appointment) => new
    {
        role = appointment.Role.ToString(), from = new { date = appointment.From }, until = appointment.Until is { } until ? new { date = until } : null,
    };
}
