using Npgsql;
using NpgsqlTypes;

namespace Yihao.Storage.PostgreSql;

/// <summary>A list as an array parameter that is read anew at every execution.</summary>
internal static class Column
{
    public static NpgsqlParameter Of<T>(List<T> values, NpgsqlDbType type) =>
        new NpgsqlParameter<List<T>> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type };
}
