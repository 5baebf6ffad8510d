using System.Net;
using System.Net.Sockets;

namespace Yihao.Tests.Shared;

/// <summary>Ports on loopback that nobody listens at.</summary>
public static class FreePort
{
    // Below the ports that connections go out from: a port must stay free while its server is down.
    private const int Lowest = 20_000;
    private const int Highest = 32_000;

    public static int Find()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, Random.Shared.Next(Lowest, Highest));
            try
            {
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException)
            {
                // Taken: another one.
            }
        }
    }
}
