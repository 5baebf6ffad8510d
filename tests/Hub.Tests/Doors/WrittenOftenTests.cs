using System.Buffers;
using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Yihao.Hub.Shapes;

namespace Yihao.Hub.Tests.Doors;

/// <summary>What generated code writes is what everything else of the doors would write.</summary>
public sealed class WrittenOftenTests
{
    [Theory]
    [InlineData(typeof(TakenTicket), true)]
    [InlineData(typeof(TakenTicket), false)]
    [InlineData(typeof(CalledTicket), true)]
    [InlineData(typeof(CalledTicket), false)]
    [InlineData(typeof(ShownWindow), true)]
    [InlineData(typeof(ShownWindow), false)]
    public void Generated_code_writes_the_same(Type type, bool full)
    {
        var value = Filled(type, full)!;
        var writer = HubJson.WriterOf(value);
        Assert.NotSame(HubJson.Options, writer.Options);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, HubJson.WriterOptions))
            JsonSerializer.Serialize(json, value, writer);
        var usual = JsonSerializer.Serialize(value, type, HubJson.Options);
        Assert.Equal(usual, Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    /// <summary>With every field set, or with null wherever that may stand.</summary>
    private static object? Filled(Type type, bool full)
    {
        if (type == typeof(string))
            return "大厅 <A-07> \"&\u00e9\n";
        if (type == typeof(int) || type == typeof(long))
            return Convert.ChangeType(17, type, provider: null);
        if (type == typeof(bool))
            return full;
        if (type == typeof(DateTimeOffset))
            return new DateTimeOffset(2026, 11, 30, 9, 8, 7, 654, TimeSpan.FromHours(8));
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return full ? Filled(inner, full) : null;
        if (typeof(IEnumerable).IsAssignableFrom(type))
            return List(type.GetGenericArguments()[0], full);
        var record = Activator.CreateInstance(type, [.. type.GetConstructors()[0].GetParameters().Select(Argument)]);
        foreach (var property in type.GetProperties().Where(p => p.CanWrite))
            property.SetValue(record, Value(property.PropertyType, new NullabilityInfoContext().Create(property)));
        return record;

        object? Argument(ParameterInfo parameter) =>
            Value(parameter.ParameterType, new NullabilityInfoContext().Create(parameter));

        object? Value(Type of, NullabilityInfo nullability) =>
            full || nullability.WriteState != NullabilityState.Nullable ? Filled(of, full) : null;
    }

    private static IList List(Type of, bool full)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(of))!;
        for (var i = 0; full && i < 2; i++)
            list.Add(Filled(of, full));
        return list;
    }
}
