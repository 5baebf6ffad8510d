using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Yihao.Hub.Tests.Running;

namespace Yihao.Hub.Tests.Doors;

/// <summary>Whatever comes in at a door, it is refused with a code and in words: never a 500, never a trace.</summary>
public sealed class BadInputTests(SharedServer shared)
{
    private readonly HttpClient http = shared.Http;

    private static readonly string Long = new('x', 65);

    /// <summary>Bodies that no command takes, with the field that the refusal names.</summary>
    public static TheoryData<string, string?> BodiesNobodyTakes => new()
    {
        { "", null },
        { "   ", null },
        { "nothing", null },
        { "{", null },
        { "{\"requestId\":\"a\"", null },
        { "{\"requestId\":\"a\"}x", null },
        { "{\"requestId\":\"a\"} {}", null },
        { "{'requestId':'a'}", null },
        { "{\"requestId\":\"a\",}", null },
        { "{/* c */\"requestId\":\"a\"}", null },
        { "{\"requestId\":\"a\",\"requestId\":\"b\"}", null },
        { "null", null },
        { "[]", null },
        { "[{\"requestId\":\"a\"}]", null },
        { "\"text\"", null },
        { "1", null },
        { "true", null },
        { "\u0001", null },
        { "\uFEFF{}", null },
        { "{\"\\ud800\":1,\"requestId\":\"a\"}", null },
        { new string('[', 100), null },
        { "{\"a\":" + new string('[', 40) + new string(']', 40) + "}", null },
        { "{}", "requestId" },
        { "{\"requestId\":null}", "requestId" },
        { "{\"requestid\":\"a\"}", "requestId" },
        { "{\"requestId\":\"\"}", "requestId" },
        { "{\"requestId\":7}", "requestId" },
        { "{\"requestId\":-7}", "requestId" },
        { "{\"requestId\":true}", "requestId" },
        { "{\"requestId\":[\"a\"]}", "requestId" },
        { "{\"requestId\":{\"a\":1}}", "requestId" },
        { "{\"requestId\":\"" + Long + "\"}", "requestId" },
        { "{\"requestId\":\"a\\u0000b\"}", "requestId" },
        { "{\"requestId\":\"a\\nb\"}", "requestId" },
        { "{\"requestId\":\"a\\u007fb\"}", "requestId" },
        { "{\"requestId\":\"a\\u0085b\"}", "requestId" },
        { "{\"requestId\":\"a\\u202eb\"}", "requestId" },
        { "{\"requestId\":\"a\\u2028b\"}", "requestId" },
        { "{\"requestId\":\"a\\ue000b\"}", "requestId" },
        { "{\"requestId\":\"\\ud800\"}", "requestId" },
        { "{\"requestId\":\"\\udc00\\ud800\"}", "requestId" },
    };

    /// <summary>Each with the call, its body and the field that the refusal names.</summary>
    public static TheoryData<string, string, string> FieldsNobodyTakes => new()
    {
        { "tickets", "\"class\":\"vip\"", "class" },
        { "tickets", "\"class\":\"Normal\"", "class" },
        { "tickets", "\"class\":\"appointment\"", "class" },
        { "tickets", "\"class\":1", "class" },
        { "tickets", "\"class\":\"priority\"", "reason" },
        { "tickets", "\"class\":\"priority\",\"reason\":\"hurry\"", "reason" },
        { "tickets", "\"class\":\"priority\",\"reason\":5", "reason" },
        { "tickets", "\"reason\":\"elder\"", "reason" },
        { "tickets", "\"matter\":\"\"", "matter" },
        { "tickets", "\"matter\":12", "matter" },
        { "tickets", "\"matter\":\"" + Long + "\"", "matter" },
        { "tickets", "\"matter\":\"a\\u0000\"", "matter" },
        { "windows/2/open", "\"x\":1", "clerk" },
        { "windows/2/open", "\"clerk\":-1", "clerk" },
        { "windows/2/open", "\"clerk\":\"" + Long + "\"", "clerk" },
        { "windows/2/call-next", "\"finishCurrent\":\"yes\"", "finishCurrent" },
        { "windows/2/call-next", "\"finishCurrent\":1", "finishCurrent" },
        { "windows/2/call", "\"reason\":\"r\"", "ticket" },
        { "windows/2/call", "\"ticket\":\"t\"", "reason" },
        { "windows/2/call", "\"ticket\":\"t\",\"reason\":\"\\u0007\"", "reason" },
        { "windows/2/finish", "\"outcome\":{}", "outcome" },
        { "windows/2/hold", "\"ticket\":false", "ticket" },
        { "windows/2/transfer", "\"reason\":\"r\"", "to" },
        { "windows/2/transfer", "\"to\":{},\"reason\":\"r\"", "to" },
        { "windows/2/transfer", "\"to\":\"3\",\"reason\":\"r\"", "to" },
        { "windows/2/transfer", "\"to\":[],\"reason\":\"r\"", "to" },
        { "windows/2/transfer", "\"to\":{\"matter\":\"m\"}", "reason" },
        { "windows/2/transfer", "\"to\":{\"matter\":1},\"reason\":\"r\"", "to.matter" },
        { "windows/2/transfer", "\"to\":{\"window\":-3},\"reason\":\"r\"", "to.window" },
        { "windows/2/transfer", "\"to\":{\"hall\":450521},\"reason\":\"r\"", "to.hall" },
        { "windows/2/transfer", "\"to\":{\"hall\":\"450521\",\"window\":\"3\"},\"reason\":\"r\"", "to.window" },
        { "windows/2/decline", "\"x\":1", "reason" },
        { "windows/2/decline", "\"reason\":7", "reason" },
        { "windows/2/rest", "\"x\":1", "seconds" },
        { "windows/2/rest", "\"seconds\":\"60\"", "seconds" },
        { "windows/2/rest", "\"seconds\":-1", "seconds" },
        { "windows/2/rest", "\"seconds\":601", "seconds" },
        { "windows/2/rest", "\"seconds\":1.5", "seconds" },
        { "standby", "\"present\":true", "clerk" },
        { "standby", "\"clerk\":\"c\",\"present\":\"no\"", "present" },
        { "tickets/450502001-20261123-A001/take-away", "\"x\":1", "reason" },
        { "windows/2/pause", "\"until\":\"2026-12-01T00:00:00Z\"", "reason" },
        { "windows/2/pause", "\"reason\":\"" + new string('长', 201) + "\"", "reason" },
        { "windows/2/pause", "\"reason\":\"r\",\"until\":\"tomorrow\"", "until" },
        { "windows/2/pause", "\"reason\":\"r\",\"until\":\"2026-12-01T00:00:00\"", "until" },
        { "windows/2/pause", "\"reason\":\"r\",\"until\":\"9999-12-31T23:59:59Z\"", "until" },
        { "windows/2/pause", "\"reason\":\"r\",\"until\":\"0001-01-01T00:00:00+14:00\"", "until" },
        { "windows/2/pause", "\"reason\":\"r\",\"until\":-1", "until" },
    };

    [Theory]
    [MemberData(nameof(BodiesNobodyTakes))]
    public async Task A_body_that_is_no_command_is_refused_at_every_door(string body, string? field)
    {
        string[] doors =
        [
            "tickets", "windows/2/open", "windows/2/call-next", "windows/2/transfer",
            "tickets/450502001-20261123-A001/return", "standby", "windows/2/accept",
        ];
        foreach (var door in doors)
        {
            var answer = await http.PostRaw($"/api/halls/450502001/{door}", Json(body));
            answer.Refused(400, "request-invalid");
            if (field is not null)
                Assert.Equal(field, answer.Text("field"));
        }
    }

    [Theory]
    [MemberData(nameof(FieldsNobodyTakes))]
    public async Task A_field_that_cannot_be_is_named(string door, string fields, string field)
    {
        var answer = await http.PostRaw($"/api/halls/450502001/{door}", Json($"{{\"requestId\":\"f\",{fields}}}"));
        answer.Refused(400, "request-invalid");
        Assert.Equal(field, answer.Text("field"));
        Assert.Contains($"'{field}'", answer.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        byte[][] bodies =
        [
            [0xff, 0xfe, 0x00],
            [.. "{\"requestId\":\""u8, 0xc3, 0x28, .. "\"}"u8],
            [.. "{\"requestId\":\""u8, 0xed, 0xa0, 0x80, .. "\"}"u8],
            Encoding.Unicode.GetBytes("{\"requestId\":\"a\"}"),
        ];
        foreach (var body in bodies)
        {
            var content = new ByteArrayContent(body);
            content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json");
            (await http.PostRaw("/api/halls/450502001/tickets", content)).Refused(400, "request-invalid");
        }
    }

    [Fact]
    public async Task A_body_of_16_KB_is_read_and_a_larger_one_is_not()
    {
        var fits = $"{{\"requestId\":\"a\",\"matter\":7,\"x\":\"{new string('y', 16_000)}\"}}";
        (await http.PostRaw("/api/halls/450502001/tickets", Json(fits))).Refused(400, "request-invalid");
        foreach (var size in (int[])[17_000, 1_000_000, 5_000_000])
        {
            var tooLarge = $"{{\"requestId\":\"a\",\"x\":\"{new string('y', size)}\"}}";
            (await http.PostRaw("/api/halls/450502001/tickets", Json(tooLarge))).Refused(413, "request-invalid");
        }
    }

    [Theory]
    [InlineData(16 * 1024, 400)]
    [InlineData(16 * 1024 + 1, 413)]
    [InlineData(40_000, 413)]
    public async Task The_limit_is_exact_with_and_without_a_length(int bytes, int status)
    {
        const string Begun = "{\"requestId\":\"a\",\"matter\":7,\"x\":\"";
        const string Ended = "\"}";
        var body = Encoding.UTF8.GetBytes(Begun + new string('y', bytes - Begun.Length - Ended.Length) + Ended);
        foreach (var chunked in (bool[])[false, true])
        {
            var content = new StreamContent(new MemoryStream(body));
            content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json");
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/halls/450502001/tickets");
            request.Content = content;
            request.Headers.TransferEncodingChunked = chunked;
            using var answer = await http.SendAsync(request);
            Assert.Equal(status, (int)answer.StatusCode);
        }
    }

    [Fact]
    public async Task Only_json_is_read()
    {
        foreach (var type in (string[])["text/plain", "application/x-www-form-urlencoded", "application/xml"])
        {
            var content = new StringContent("{\"requestId\":\"a\"}", MediaTypeHeaderValue.Parse(type));
            (await http.PostRaw("/api/halls/450502001/tickets", content)).Refused(415, "request-invalid");
        }
    }

    [Theory]
    [InlineData("/api/halls/450502001/ledger?after=-1", "after")]
    [InlineData("/api/halls/450502001/ledger?after=one", "after")]
    [InlineData("/api/halls/450502001/ledger?after=1.5", "after")]
    [InlineData("/api/halls/450502001/ledger?after=99999999999999999999", "after")]
    [InlineData("/api/halls/450502001/ledger?take=0", "take")]
    [InlineData("/api/halls/450502001/ledger?take=-3", "take")]
    [InlineData("/api/halls/450502001/ledger?take=1001", "take")]
    [InlineData("/api/halls/450502001/ledger?take=%00", "take")]
    [InlineData("/api/halls/450502001/matters?q=%00", "q")]
    [InlineData("/api/halls/450502001/matters?q=01234567890123456789012345678901234567890", "q")]
    public async Task A_query_that_cannot_be_is_refused(string path, string field)
    {
        var answer = await http.Get(path);
        answer.Refused(400, "request-invalid");
        Assert.Equal(field, answer.Text("field"));
    }

    [Theory]
    [InlineData("GET", "/api", 404)]
    [InlineData("GET", "/api/nothing", 404)]
    [InlineData("GET", "/api/halls/450502001/nothing", 404)]
    [InlineData("POST", "/api/halls/450502001/windows/2/dance", 404)]
    [InlineData("PUT", "/api/halls/450502001", 405)]
    [InlineData("DELETE", "/api/halls/450502001/tickets", 405)]
    [InlineData("GET", "/api/halls/450502001/windows/2/open", 405)]
    public async Task A_path_or_method_that_is_not_there_is_a_problem_too(string method, string path, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await http.SendAsync(request);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("request-invalid", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET /api/halls/%00 HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("GET /api/halls/%ff%fe HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("GET /assets/..%2f..%2fyihao.dll HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("GET /api/halls HTTP/1.1\r\n\r\n")]
    [InlineData("GET /api/halls HTTP/1.0\r\n\r\n")]
    [InlineData("POST /api/halls/450502001/tickets HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        + "Content-Length: -5\r\n\r\n")]
    [InlineData("POST /api/halls/450502001/tickets HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        + "Transfer-Encoding: chunked\r\n\r\nzz\r\n")]
    [InlineData("NONSENSE\r\n\r\n")]
    public async Task Raw_nonsense_gets_a_4xx_and_the_server_stays(string bytes)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(shared.Server.Address.Host, shared.Server.Address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(bytes));
        var buffer = new byte[12];
        await stream.ReadExactlyAsync(buffer);
        Assert.StartsWith("HTTP/1.1 4", Encoding.ASCII.GetString(buffer), StringComparison.Ordinal);
        (await http.Get("/healthz/live")).Accepted();
    }

    [Fact]
    public async Task A_refused_request_leaves_no_trace()
    {
        var hall = shared.FreshHall();
        var before = (await http.Get($"/api/halls/{hall}")).Accepted()["asOf"].GetProperty("seq").GetInt64();
        await http.PostRaw($"/api/halls/{hall}/tickets", Json("{\"requestId\":\"t\",\"class\":\"vip\"}"));
        await http.AtWindow(hall, "2", "call-next");
        var after = (await http.Get($"/api/halls/{hall}")).Accepted()["asOf"].GetProperty("seq").GetInt64();
        Assert.Equal(before, after);
        // The id of a refused request is free: the same may be accepted later.
        (await http.Take(hall, "t")).Accepted();
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
