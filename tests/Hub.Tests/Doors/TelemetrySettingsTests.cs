using Microsoft.Extensions.Configuration;
using Yihao.Silo;
using Yihao.Silo.Composition;
using Yihao.Silo.Telemetry;

namespace Yihao.Hub.Tests.Doors;

public sealed class TelemetrySettingsTests
{
    [Theory]
    [InlineData("Telemetry:Metrics", "yes", "loopback, off, open")]
    [InlineData("Telemetry:Metrics", "", "loopback, off, open")]
    [InlineData("Telemetry:Otlp", "collector:4318", "http://collector:4318")]
    [InlineData("Telemetry:Otlp", "ftp://collector", "http://collector:4318")]
    [InlineData("Telemetry:TraceRatio", "1.01", "0 to 1")]
    [InlineData("Telemetry:TraceRatio", "-1", "0 to 1")]
    [InlineData("Telemetry:TraceRatio", "0,5", "0 to 1")]
    [InlineData("Telemetry:TraceRatio", "NaN", "0 to 1")]
    [InlineData("Telemetry:Dashboard", "true", "on, calls, off")]
    [InlineData("Logging:Format", "xml", "simple, json")]
    public void A_wrong_setting_stops_the_start_with_its_name_and_what_is_allowed(
        string name, string value, string allowed)
    {
        var wrong = Assert.Throws<WrongSettingException>(() => Read((name, value)));

        Assert.Contains(name, wrong.Message, StringComparison.Ordinal);
        Assert.Contains(allowed, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_sent_and_only_this_machine_may_look_unless_it_is_set()
    {
        Assert.Equal(new TelemetrySettings(MetricsReaders.Loopback, null, 0.01, DashboardMode.On, false), Read());
    }

    [Fact]
    public void What_is_set_is_taken()
    {
        var set = Read(
            ("Telemetry:Metrics", "open"), ("Telemetry:Otlp", "https://collector"), ("Telemetry:TraceRatio", "0.5"),
            ("Telemetry:Dashboard", "calls"), ("Logging:Format", "json"));

        Assert.Equal(new(MetricsReaders.All, new Uri("https://collector"), 0.5, DashboardMode.Calls, true), set);
    }

    private static TelemetrySettings Read(params (string Name, string Value)[] set) => Settings.Read(
        new ConfigurationBuilder()
            .AddInMemoryCollection(set.ToDictionary(s => s.Name, string? (s) => s.Value))
            .Build()).Telemetry;
}
