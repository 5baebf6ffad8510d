using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using QRCoder;
using Yihao.Hub.Asking;

namespace Yihao.Hub.Doors;

/// <summary>The QR on the paper: the address of the ticket's page.</summary>
internal static class QrCode
{
    public static async Task Write(string link, HttpContext http, TicketCalls calls, HubOptions options)
    {
        var found = await calls.Find(link, http.RequestAborted);
        if (found is Reply.Denied denied)
        {
            await Answering.Write(http.Response, denied.Problem);
            return;
        }
        var home = options.PublicUrl?.ToString().TrimEnd('/')
            ?? $"{http.Request.Scheme}://{http.Request.Host.ToUriComponent()}{http.Request.PathBase}";
        using var code = QRCodeGenerator.GenerateQrCode($"{home}/t/{link}", QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(code);
        http.Response.ContentType = "image/svg+xml";
        http.Response.Headers[HeaderNames.CacheControl] = "private, max-age=3600";
        await http.Response.WriteAsync(
            svg.GetGraphic(6, "#000000", "#ffffff", sizingMode: SvgQRCode.SizingMode.ViewBoxAttribute));
    }
}
