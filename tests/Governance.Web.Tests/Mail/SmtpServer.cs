using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Governance.Web.Tests.Mail;

/// <summary>A mail server that takes letters, or refuses each, in the words of RFC 5321.</summary>
internal sealed class SmtpServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public SmtpServer()
    {
        _listener.Start();
        _ = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public bool Refuses { get; set; }

    public int Connections { get; private set; }

    public ConcurrentQueue<string> Letters { get; } = [];

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        while (true)
        {
            using var client = await _listener.AcceptTcpClientAsync();
            Connections++;
            await TalkAsync(client.GetStream());
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream);
        await using var writer = new StreamWriter(stream) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 test");
        while (await reader.ReadLineAsync() is { } line)
        {
            var word = line.Split(' ', ':')[0].ToUpperInvariant();
            if (word == "DATA")
                await TakeAsync(reader, writer);
            else
                await writer.WriteLineAsync(word == "RCPT" && Refuses ? "550 no such mailbox" : word == "QUIT" ? "221 bye" : "250 ok");
            if (word == "QUIT")
                return;
        }
    }

    private async Task TakeAsync(StreamReader reader, StreamWriter writer)
    {
        await writer.WriteLineAsync("354 go on");
        var letter = new StringWriter();
        while (await reader.ReadLineAsync() is { } line && line != ".")
            await letter.WriteLineAsync(line);
        Letters.Enqueue(letter.ToString());
        await writer.WriteLineAsync("250 taken");
    }
}
