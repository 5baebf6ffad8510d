using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Yihao.Contracts;
using Yihao.Hub.Asking;

namespace Yihao.Hub.Doors;

/// <summary>How many numbers one remote address may take: a bucket each, refilled ten times a second.</summary>
internal static class KioskLimit
{
    public const string Policy = "kiosk";
    private const int RefillsPerSecond = 10;

    public static IServiceCollection AddKioskLimit(this IServiceCollection services, HubOptions options) =>
        services.AddRateLimiter(limiter =>
        {
            limiter.AddPolicy(Policy, http => RateLimitPartition.GetTokenBucketLimiter(
                Caller(http.Connection.RemoteIpAddress), _ => Bucket(options)));
            limiter.OnRejected = (rejected, _) =>
                new ValueTask(Answering.Write(rejected.HttpContext.Response, Problems.Of(Codes.TooManyRequests)));
        });

    private static TokenBucketRateLimiterOptions Bucket(HubOptions options)
    {
        // A bucket cannot be refilled by less than one: a small rate is refilled once a second.
        var refills = options.TicketsPerSecond % RefillsPerSecond == 0 ? RefillsPerSecond : 1;
        var perRefill = options.TicketsPerSecond / refills;
        return new()
        {
            TokenLimit = Math.Max(options.TicketsBurst ?? 2 * options.TicketsPerSecond, perRefill),
            TokensPerPeriod = perRefill,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1) / refills,
            QueueLimit = 0,
        };
    }

    /// <summary>An IPv6 host has a whole /64 of addresses: they are one caller.</summary>
    private static IPAddress Caller(IPAddress? address)
    {
        if (address is null)
            return IPAddress.None;
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address;
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}
