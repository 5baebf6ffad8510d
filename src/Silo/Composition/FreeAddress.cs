using System.Net;
using System.Net.Sockets;

namespace Yihao.Silo.Composition;

/// <summary>Looks before anything starts whether another program listens at an address already.</summary>
internal static class FreeAddress
{
    /// <exception cref="WrongSettingException">The port is taken.</exception>
    public static void Ensure(string urls)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Port == 0)
                continue;
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                socket.Bind(new IPEndPoint(IPAddress.TryParse(uri.Host, out var address)
                    && address.AddressFamily == AddressFamily.InterNetwork ? address : IPAddress.Loopback, uri.Port));
            }
            catch (SocketException taken)
            {
                throw new WrongSettingException(
                    $"urls is {url}: {taken.Message}. Stop the program that listens there, or choose another port, "
                    + $"for example --urls http://localhost:{uri.Port + 1}", taken);
            }
        }
    }
}
