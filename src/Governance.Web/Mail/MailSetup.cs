using Governance.Web.Hosting;

namespace Governance.Web.Mail;

/// <summary>Mail by the settings: to a server, or into files.</summary>
public static class MailSetup
{
    /// <summary>Adds the sweep and the way out.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services, GovernanceSettings settings)
    {
        services.AddSingleton<Letter>();
        services.AddScoped<ISweep, SendMailSweep>();
        return settings.Mail.Host is null ? services.AddScoped<IMailDelivery, FileDelivery>() : services.AddScoped<IMailDelivery, SmtpDelivery>();
    }
}
