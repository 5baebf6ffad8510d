using Yihao.Baseline;

// The queue that a team would write instead of Yihao: a minimal API over one table, as fast as we know how to make it.
// No log, no middleware, generated handlers and JSON, prepared statements.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolver = AnswerJson.Default);
if (builder.Configuration["database"] is not { } database)
{
    Console.Error.WriteLine("""
        The baseline: a queue in one table behind a minimal API.

          --database STRING   connection string of a PostgreSQL database; the table is made if there is none
          --pool N            connections to it, 32 if not said
          --multiplexing BOOL many requests on one connection, an experiment of Npgsql (false)
          --urls URL          where to listen
        """);
    return 2;
}

await using var source = TicketTable.Source(
    database, builder.Configuration.GetValue("pool", 32), builder.Configuration.GetValue("multiplexing", false));
var table = new TicketTable(source);
await table.Prepare();
var app = builder.Build();

app.MapPost("/api/halls/{hall:int}/tickets", async (int hall) =>
    TypedResults.Json(new Taken(await table.Take(hall)), AnswerJson.Default.Taken, statusCode: 201));

app.MapPost("/api/halls/{hall:int}/windows/{window:int}/call-next", async (int hall, int window) =>
    TypedResults.Json(new Called(await table.Call(hall, window)), AnswerJson.Default.Called));

app.MapPost("/api/tickets/{ticket:long}/finish", async Task<IResult> (long ticket) =>
    await table.Finish(ticket) ? TypedResults.NoContent() : TypedResults.Conflict());

app.MapGet("/api/counts", async () => TypedResults.Json(await table.Count(), AnswerJson.Default.Counts));

await app.RunAsync();
return 0;
