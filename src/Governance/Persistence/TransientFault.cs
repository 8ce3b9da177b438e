using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Governance.Persistence;

/// <summary>Knows the faults of one database after which the same command may simply be run again: two nodes met, nothing is wrong.
/// Each database's project brings its own, as an interceptor of its contexts.</summary>
public interface ITransientFaults : IInterceptor
{
    /// <summary>True for deadlocks, conflicts and busy files, and for a key that another node inserted first: run again, the command
    /// sees that row and answers for it.</summary>
    bool IsTransient(DbException fault);
}

/// <summary>Whether a command may be run again after a fault.</summary>
public static class TransientFault
{
    /// <summary>True for faults that the context's database calls transient, however EF wrapped them: it puts what it thinks worth
    /// retrying into an <see cref="InvalidOperationException"/> that advises to switch its own retries on.</summary>
    public static bool Is(Exception exception, DbContext db)
    {
        var known = db.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()!.Interceptors!.OfType<ITransientFaults>().Single();
        for (var fault = exception; fault is not null; fault = fault.InnerException)
            if (fault is DbUpdateConcurrencyException || (fault is DbException one && known.IsTransient(one)))
                return true;
        return false;
    }
}
