using Governance.Inbox;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Web.Pages.Inbox;

/// <summary>The filter as it stands in the address, so that it can be kept as a bookmark and by paging. Words that mean nothing do not
/// filter.</summary>
public sealed record InboxQuery
{
    /// <summary>A kind of task.</summary>
    [FromQuery(Name = "kind")]
    public string? Kind { get; init; }

    /// <summary>A life area's code.</summary>
    [FromQuery(Name = "area")]
    public string? Area { get; init; }

    /// <summary>A body's code.</summary>
    [FromQuery(Name = "body")]
    public string? Body { get; init; }

    /// <summary><see cref="DueWords"/>, or a day: that day or earlier.</summary>
    [FromQuery(Name = "due")]
    public string? Due { get; init; }

    /// <summary>Part of number or title.</summary>
    [FromQuery(Name = "q")]
    public string? Text { get; init; }

    /// <summary><c>true</c> for deputised tasks only.</summary>
    [FromQuery(Name = "deputised")]
    public string? Deputised { get; init; }

    /// <summary>The kind that is filtered by, or null.</summary>
    public TaskKind? Only => Enum.TryParse<TaskKind>(Kind, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null;

    /// <summary>True when it is limited by more than the kind.</summary>
    public bool IsNarrowed => Parts(null).Skip(1).Any(part => !string.IsNullOrEmpty(part.Value));

    /// <summary>For the use case.</summary>
    public InboxFilter ToFilter(DateOnly today)
    {
        var (from, until) = DueWords.Days(Due, today) ?? (null, null);
        return new InboxFilter
        {
            Kind = Only, DueFrom = from, DueUntil = until, LifeArea = Area, Body = Body, Text = Text,
            DeputisedOnly = bool.TryParse(Deputised, out var only) && only,
        };
    }

    /// <summary>The inbox with this filter.</summary>
    /// <param name="cursor">Where the page begins, or null for the start.</param>
    public string Address(string? cursor = null)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in Parts(cursor))
            if (!string.IsNullOrEmpty(value))
                query.Add(name, value);
        return "/inbox" + query;
    }

    private IEnumerable<(string Name, string? Value)> Parts(string? cursor) =>
        [("kind", Only?.ToString()), ("area", Area), ("body", Body), ("due", Due), ("q", Text), ("deputised", Deputised), ("cursor", cursor)];
}

/// <summary>A filter that is on.</summary>
/// <param name="Label">What it says.</param>
/// <param name="Without">The address without it.</param>
public sealed record FilterChip(string Label, string Without);
