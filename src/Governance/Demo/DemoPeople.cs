namespace Governance.Demo;

/// <summary>Invented people: names by their number, the same in every demo.</summary>
internal static class DemoPeople
{
    /// <summary>The demo's shared password, shown on the sign-in page.</summary>
    public const string Password = "Musterstadt-2026";

    private static readonly string[] First =
    [
        "Jana", "Torben", "Miriam", "Kemal", "Ulrike", "Pavel", "Sabine", "Henrik", "Aylin", "Georg", "Franziska", "Malte", "Ines", "Yusuf", "Carla", "Lothar",
        "Petra", "Simon", "Leyla", "Bernd", "Nadine", "Okan", "Verena", "Jonas", "Tatjana", "Rainer", "Elif", "Hannes", "Monika", "Davide", "Kirsten",
    ];

    private static readonly string[] Last =
    [
        "Thelen", "Wiegand", "Stahlberg", "Aydin", "Brockmann", "Novak", "Rademacher", "Voss", "Demir", "Lindner", "Ostermann", "Pohl", "Quast", "Reuter", "Sander",
        "Tillmann", "Uhlig", "Vogt", "Wessel", "Zeidler", "Albers", "Bender", "Conrads", "Dreyer", "Ehlert", "Falk", "Gerlach", "Hagemann", "Imhoff", "Jansen",
        "Kessler", "Lammers", "Menke", "Nolte", "Ohlsen", "Pieper", "Rottmann",
    ];

    /// <summary>First and last name of the n-th person; 1,147 differ.</summary>
    public static string Name(int number) => $"{First[number % First.Length]} {Last[number % Last.Length]}";

    /// <summary>The sign-in name of somebody's n-th copy in a city for load tests: <c>owner</c>, <c>owner-2</c>, …</summary>
    public static string Copy(string name, int copy) => copy == 1 ? name : $"{name}-{copy}";

    /// <summary>Invented groups of the council.</summary>
    public static string Group(int seat) => (seat % 10) switch
    {
        0 or 1 or 2 => "Bürgerforum",
        3 or 4 or 5 => "Soziale Stadt",
        6 or 7 => "Grünes Bündnis",
        8 => "Liberale Mitte",
        _ => "Freie Liste",
    };
}
