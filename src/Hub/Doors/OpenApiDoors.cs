using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace Yihao.Hub.Doors;

/// <summary>The document of the HTTP calls, and a page to read it that needs no other server.</summary>
internal static class OpenApiDoors
{
    public static IServiceCollection AddOpenApiDocument(this IServiceCollection services) =>
        services.AddOpenApi("v1", document =>
        {
            document.AddDocumentTransformer((openApi, _, _) =>
            {
                openApi.Info = new OpenApiInfo
                {
                    Title = "Yihao 一号",
                    Version = "1",
                    Description = "Numbers, windows and screens of service halls. Every command has a requestId: the "
                        + "same id with the same body gives the same answer. Refusals are problems with a stable code; "
                        + "400 cannot be read, 404 something is not there, 409 not in this state, 422 never as it "
                        + "stands, 429 too many, 503 try-again means that the outcome is unknown: repeat with the "
                        + "same id.",
                };
                return Task.CompletedTask;
            });
            document.AddOperationTransformer(ShowBody);
            document.AddOperationTransformer(ShowNumbers);
        });

    public static void MapOpenApiDocument(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapScalarApiReference("/docs", page => page
            .WithTitle("Yihao 一号")
            .WithOpenApiRoutePattern("/openapi/v1.json")
            .HideDeveloperTools()
            .DisableDefaultFonts()
            .DisableTelemetry()
            .DisableAgent());
    }

    private static async Task ShowBody(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<AcceptedBody>().FirstOrDefault() is not { } accepted)
            return;
        var schema = await context.GetOrCreateSchemaAsync(accepted.Body, null, cancellation);
        var name = accepted.Body.Name;
        context.Document!.AddComponent(name, schema);
        var body = new OpenApiMediaType { Schema = new OpenApiSchemaReference(name, context.Document) };
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = body },
        };
    }

    // They are read as text, so that a wrong one can be refused in words.
    private static Task ShowNumbers(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            if (parameter.Name is "after" or "take")
                parameter.Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64", Minimum = "0" };
        }
        return Task.CompletedTask;
    }
}
