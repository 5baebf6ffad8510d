using System.Diagnostics;
using Yihao.Rules;

namespace Yihao.Grains.Telemetry;

/// <summary>A command as a step of the trace of whoever asked: from deciding it to its being durable.</summary>
internal static class CommandTrace
{
    /// <summary>Null where nobody traces, and for the hall's own clock.</summary>
    public static Activity? Begin(string hall, HallCommand command)
    {
        // A step of nothing would be a trace of its own: halls look at the clock four times a second.
        if (Activity.Current is not { Recorded: true } || command is PassTime)
            return null;
        var step = HallMeter.Source.StartActivity(command.GetType().Name);
        return step?.SetTag("yihao.hall", hall);
    }
}
