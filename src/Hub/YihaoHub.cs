using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Yihao.Contracts;
using Yihao.Hub.Asking;
using Yihao.Hub.Counters;
using Yihao.Hub.Demo;
using Yihao.Hub.Doors;
using Yihao.Hub.Screens;
using Yihao.Hub.Voice;

namespace Yihao.Hub;

/// <summary>The doors of the halls: HTTP, SignalR and pages, in the process of a silo.</summary>
public static class YihaoHub
{
    /// <summary>
    /// Needs an <see cref="IGrainFactory"/> in the services. A wrong setting throws, naming every fault.
    /// </summary>
    public static IServiceCollection AddYihaoHub(this IServiceCollection services, HubOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Faults() is { Count: > 0 } faults)
            throw new ArgumentException(string.Join('\n', faults), nameof(options));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Draining>();
        services.AddSingleton(options);
        services.AddSingleton<BuildId>();
        services.AddSingleton<InFlight>();
        services.TryAddSingleton(_ => new StandStill(TimeProvider.System));
        services.AddSingleton<GrainCalls>().AddSingleton<HallRefs>();
        services.AddSingleton<KnownHalls>().AddSingleton<KnownWindows>();
        services.AddSingleton<HallList>().AddSingleton<HallCalls>().AddSingleton<Advising>();
        services.AddSingleton<TicketCalls>().AddSingleton<WindowCalls>().AddSingleton<PostCalls>();
        services.AddExceptionHandler<UnknownOutcome>();
        services.AddHealthChecks();
        services.AddCallVoice(options);
        services.AddKioskLimit(options);
        services.AddOpenApiDocument();
        services.ConfigureHttpJsonOptions(json => HubJson.Set(json.SerializerOptions));
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes =
                [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/problem+json"];
        });
        if (options.DemoPace is not null)
            services.AddHostedService<DemoHall>();
        return services.AddScreens();
    }

    /// <summary>Maps every door. Call it once, on an application that has no exception handler of its own.</summary>
    public static WebApplication MapYihaoHub(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseExceptionHandler(_ => { });
        app.UseResponseCompression();
        app.UseSafeHeaders();
        app.UseWordsForRefusals();
        app.UseOwnHostOnly();
        app.UseClosingTime();
        app.UseSameOrigin();
        app.UsePageFiles();
        app.UseRouting();
        app.UseRateLimiter();
        app.MapHalls();
        app.MapTickets();
        app.MapWindows();
        app.MapHealth();
        app.MapBuild();
        app.MapOpenApiDocument();
        app.MapPages();
        app.MapHub<DisplayHub>("/hubs/display");
        app.MapHub<CounterHub>("/hubs/counter");
        app.MapHub<TicketHub>("/hubs/ticket");
        app.MapGroup(string.Empty).WithTags("Voice").MapCallVoice();
        return app;
    }

    /// <summary>Of a node without doors: only whether it lives and is ready.</summary>
    public static WebApplication MapYihaoHealth(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapHealth();
        return app;
    }

    private static IServiceCollection AddScreens(this IServiceCollection services)
    {
        services.AddSingleton<HallFeeds>().AddHostedService(all => all.GetRequiredService<HallFeeds>());
        services.AddSingleton<Standing>().AddSingleton<GoneDeputies>();
        services.AddSingleton<CounterRooms>().AddHostedService(all => all.GetRequiredService<CounterRooms>());
        services.AddSingleton<TicketWatch>().AddHostedService(all => all.GetRequiredService<TicketWatch>());
        services.AddSingleton<Following>();
        AddHub<DisplayHub>(services);
        AddHub<CounterHub>(services);
        AddHub<TicketHub>(services);
        services.AddSignalR(signalR =>
            {
                signalR.KeepAliveInterval = TimeSpan.FromSeconds(3);
                signalR.ClientTimeoutInterval = TimeSpan.FromSeconds(10);
                signalR.MaximumReceiveMessageSize = 32 * 1024;
                signalR.EnableDetailedErrors = false;
            })
            .AddJsonProtocol(json => HubJson.Set(json.PayloadSerializerOptions))
            .AddMessagePackProtocol(pack => pack.SerializerOptions = JsonShapes.PackOptions);
        return services;
    }

    private static void AddHub<THub>(IServiceCollection services) where THub : Microsoft.AspNetCore.SignalR.Hub =>
        services.AddSingleton<HubLifetimeManager<THub>, OutboxLifetime<THub>>();
}
