using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Yihao.Hub.Voice;

/// <summary>The door of the voice: GET /audio/call/{number}-{window}.wav?lang=zh|en&amp;place=window|booth.</summary>
public static class CallVoiceDoor
{
    private const string Code = "request-invalid";

    /// <summary>
    /// Registers <see cref="CallVoice"/> with the clips of <see cref="HubOptions.VoicePath"/>. A folder with a mistake
    /// stops the start.
    /// </summary>
    public static IServiceCollection AddCallVoice(this IServiceCollection services, HubOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var clips = options.VoicePath is { } path ? VoiceClips.FromFolder(path) : VoiceClips.Usual;
        return services.AddSingleton(new CallVoice(clips));
    }

    /// <summary>
    /// Maps the door. The answer to an address never changes, so a screen asks once; lang is zh and place is window
    /// when absent. What is no call is answered 400, any other address under /audio/call 404, both with
    /// request-invalid.
    /// </summary>
    public static IEndpointRouteBuilder MapCallVoice(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/audio/call/{number}-{window}.wav", Speak)
            .WithName("CallVoice")
            .WithSummary("One call as sound: chime, number, window")
            .Produces(StatusCodes.Status200OK, contentType: "audio/wav")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        endpoints.MapGet("/audio/call/{**other}", () => Refuse(
                StatusCodes.Status404NotFound, "There is no such sound; /audio/call/{number}-{window}.wav is allowed."))
            .ExcludeFromDescription();
        return endpoints;
    }

    private static IResult Speak(
        string number, string window, string? lang, string? place, CallVoice voice, HttpResponse response)
    {
        if (!CallVoice.IsNumber(number))
            return Refuse("The number is a letter from A to Z and 3 to 5 digits.");
        if (!CallVoice.IsWindow(window))
            return Refuse("The window is 1 to 8 letters and digits.");
        if (lang is not (null or "zh" or "en"))
            return Refuse("lang is zh or en.");
        if (place is not (null or "window" or "booth"))
            return Refuse("place is window or booth.");
        var language = lang == "en" ? VoiceLanguage.En : VoiceLanguage.Zh;
        var at = place == "booth" ? CallPlace.Booth : CallPlace.Window;
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.File(voice.Wav(number, window, language, at), "audio/wav", enableRangeProcessing: true);
    }

    private static IResult Refuse(string detail) => Refuse(StatusCodes.Status400BadRequest, detail);

    private static IResult Refuse(int status, string detail) => Results.Problem(
        detail, statusCode: status, title: "The call cannot be spoken",
        extensions: new Dictionary<string, object?> { ["code"] = Code });
}
