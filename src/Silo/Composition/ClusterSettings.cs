using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Yihao.Storage;

namespace Yihao.Silo.Composition;

/// <summary>What a process does in its cluster.</summary>
[Flags]
public enum Roles
{
    /// <summary>Holds halls.</summary>
    Silo = 1,

    /// <summary>Has doors: pages, API and screens.</summary>
    Hub = 2,
    Both = Silo | Hub,
}

/// <summary>One node among the others. The section <c>Cluster</c>, and <c>roles</c>.</summary>
/// <param name="Node">Name of the node: steady over restarts, unique in the cluster, because halls are shared out by
/// name. Default: the machine's name and the silo port.</param>
/// <param name="Address">Where the other nodes reach this one. Default: loopback while the doors are; else this
/// machine's first address.</param>
/// <param name="SiloPort">For the other nodes. 0 takes a free one; default 11111 on PostgreSQL, else 0.</param>
/// <param name="GatewayPort">For nodes with doors only. 0 takes a free one; default 30000 on PostgreSQL, else
/// 0.</param>
/// <param name="Drain">From the moment a stop is asked for, and the node is no more ready, until it begins to stop:
/// time for the proxy to notice. Default 0 s, 0 to 60 s.</param>
public sealed record ClusterSettings(
    Roles Roles, string Node, IPAddress Address, int SiloPort, int GatewayPort, TimeSpan Drain)
{
    /// <summary>The cluster's id, in every table of Orleans.</summary>
    public const string Name = "yihao";

    private const int UsualSiloPort = 11_111;
    private const int UsualGatewayPort = 30_000;
    private const int HighestPort = 65_535;
    private const int LongestName = 100;
    private const int LongestDrain = 60;

    internal static ClusterSettings Read(SettingReader settings, StorageProvider provider, bool doorsOpen)
    {
        var clustered = provider == StorageProvider.PostgreSql;
        var siloPort = settings.Number("Cluster:SiloPort", clustered ? UsualSiloPort : 0, 0, HighestPort);
        var node = settings["Cluster:Node"] ?? $"{Environment.MachineName}-{siloPort}";
        if (clustered && siloPort == 0 && settings["Cluster:Node"] is null)
            settings.Refuse("Cluster:SiloPort", "with a free port the node needs a steady name: --Cluster:Node");
        if (node.Length is 0 or > LongestName)
            settings.Refuse("Cluster:Node", $"1 to {LongestName} characters");
        return new(
            RolesOf(settings, clustered),
            node,
            AddressOf(settings, doorsOpen && clustered),
            siloPort,
            settings.Number("Cluster:GatewayPort", clustered ? UsualGatewayPort : 0, 0, HighestPort),
            TimeSpan.FromSeconds(settings.Number("Cluster:DrainSeconds", 0, 0, LongestDrain)));
    }

    private static Roles RolesOf(SettingReader settings, bool clustered)
    {
        var roles = settings["roles"]?.ToLowerInvariant() switch
        {
            null or "silo,hub" or "hub,silo" => Roles.Both,
            "silo" => Roles.Silo,
            "hub" => Roles.Hub,
            _ => (Roles)0,
        };
        if (roles == 0)
            settings.Refuse("roles", "silo, hub, or both of them: silo,hub");
        else if (roles != Roles.Both && !clustered)
            settings.Refuse("roles", "only both on SQLite, which one process works with; PostgreSql has several");
        return roles;
    }

    private static IPAddress AddressOf(SettingReader settings, bool reachable)
    {
        if (settings["Cluster:Address"] is not { } text)
            return reachable ? FirstAddress() : IPAddress.Loopback;
        if (!IPAddress.TryParse(text, out var address))
            settings.Refuse("Cluster:Address", "an IP address of this machine, for example 10.0.0.5");
        else if (!reachable && !IPAddress.IsLoopback(address))
            settings.Refuse("Cluster:Address",
                "nodes do not sign in to each other yet, so other machines are let in only with --Doors:Mode open");
        return address ?? IPAddress.Loopback;
    }

    private static IPAddress FirstAddress() =>
        NetworkInterface.GetAllNetworkInterfaces()
            .Where(i => i.OperationalStatus == OperationalStatus.Up
                && i.NetworkInterfaceType != NetworkInterfaceType.Loopback)
            .SelectMany(i => i.GetIPProperties().UnicastAddresses)
            .Select(a => a.Address)
            .FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork) ?? IPAddress.Loopback;
}
