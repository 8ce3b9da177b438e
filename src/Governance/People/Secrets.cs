using System.Security.Cryptography;
using System.Text;

namespace Governance.People;

/// <summary>Random secrets and the hash under which tokens are kept.</summary>
public static class Secrets
{
    private const string TokenPrefix = "gov_";
    private const int TokenBytes = 32;
    private const int PasswordLength = 20;

    // Without letters and digits that are mistaken for each other when a password is read out.
    private const string ReadableLetters = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>A bearer token with 256 random bits; the prefix lets scanners find leaked ones.</summary>
    public static string Token() =>
        TokenPrefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(TokenBytes)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>A password that can be read out on the phone.</summary>
    public static string Readable() => RandomNumberGenerator.GetString(ReadableLetters, PasswordLength);

    /// <summary>Lower-case hex SHA-256. A fast hash suffices because tokens are random.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
