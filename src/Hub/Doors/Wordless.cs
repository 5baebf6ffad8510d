using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Yihao.Hub.Asking;

namespace Yihao.Hub.Doors;

/// <summary>
/// Refusals that the framework gives without a body (no such path, wrong method) get the words of a problem.
/// </summary>
internal static class Wordless
{
    public static IApplicationBuilder UseWordsForRefusals(this IApplicationBuilder app) =>
        app.UseStatusCodePages(pages =>
        {
            var response = pages.HttpContext.Response;
            var detail = response.StatusCode switch
            {
                StatusCodes.Status404NotFound => "There is nothing at this path.",
                StatusCodes.Status405MethodNotAllowed => "This path does not take this method.",
                _ => "The request cannot be taken as it is.",
            };
            return Answering.Write(response, Problems.Invalid(null, detail, response.StatusCode));
        });
}
