using Governance.Persistence;
using Governance.Processes;
using Governance.Texts;

namespace Governance.Office;

/// <summary>What people call an activity of a published definition.</summary>
public sealed class StationNames(GovernanceDb db, DefinitionStore definitions)
{
    private readonly Dictionary<(string Definition, int Number), Dictionary<string, LocalText>> _read = [];

    internal async ValueTask<LocalText?> OfAsync(string definition, int number, string activity, CancellationToken ct)
    {
        if (!_read.TryGetValue((definition, number), out var names))
        {
            var map = ProcessMap.Of(await definitions.GetAsync(db, definition, number, ct));
            _read[(definition, number)] = names = map.Stations.ToDictionary(station => station.ActivityId, station => station.Label, StringComparer.Ordinal);
        }

        return names.GetValueOrDefault(activity);
    }
}
