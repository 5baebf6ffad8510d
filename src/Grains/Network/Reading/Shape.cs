using System.Text.RegularExpressions;

namespace Yihao.Grains.Network.Reading;

/// <summary>How an id must look; what is allowed is the rest of the sentence "'x' is not …".</summary>
internal sealed record Shape(Regex Pattern, string Allowed)
{
    internal static readonly Shape Hall = new(
        new(@"^([0-9]{6}|[0-9]{9}|[0-9]{12})[a-z]?\z"),
        "a hall id: 6 digits (county), 9 (township) or 12 (village), and one lower-case letter for a second hall");

    internal static readonly Shape Window = new(
        new(@"^[0-9A-Za-z]{1,8}\z"), "a window id: 1 to 8 letters and digits");

    internal static readonly Shape Clerk = new(
        new(@"^[a-z0-9][a-z0-9-]{0,31}\z"), "a clerk id: 1 to 32 lower-case letters, digits and hyphens");

    internal static readonly Shape Matter = new(
        new(@"^[a-z0-9][a-z0-9-]{0,31}\z"), "a matter code: 1 to 32 lower-case letters, digits and hyphens");

    internal static readonly Shape Area = new(
        new(@"^[A-Za-z][0-9A-Za-z-]{0,31}\z"), "an area id: a letter, then letters, digits and hyphens, at most 32");
}
