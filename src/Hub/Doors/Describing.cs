using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Yihao.Hub.Asking;

namespace Yihao.Hub.Doors;

/// <summary>What the OpenAPI document says of an operation.</summary>
internal static class Describing
{
    public static RouteHandlerBuilder Says<T>(this RouteHandlerBuilder door, string name, string summary) =>
        door.WithName(name).WithSummary(summary).Produces<T>().Refuses(503);

    /// <summary>Takes a body; every call with one can be refused as it stands.</summary>
    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder door, Type body) =>
        door.WithMetadata(new AcceptedBody(body)).Refuses(400, 413, 415);

    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder door, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses)
            door.Produces<Problem>(status, "application/problem+json");
        return door;
    }
}

/// <summary>
/// The body of an operation, for the document only: the framework's own metadata would refuse another content type
/// without a word, before the door can say what is wrong.
/// </summary>
internal sealed record AcceptedBody(Type Body);
