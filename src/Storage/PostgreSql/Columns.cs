using System.Collections;
using Npgsql;
using NpgsqlTypes;

namespace Yihao.Storage.PostgreSql;

/// <summary>
/// Lists of the same length, each an array parameter that is read anew at every execution. They are used again for
/// every batch.
/// </summary>
internal sealed class Columns
{
    private readonly List<IList> _lists = [];
    private readonly List<Func<NpgsqlParameter>> _parameters = [];

    /// <summary>The next column, an array of this type to PostgreSQL.</summary>
    public List<T> Add<T>(NpgsqlDbType type)
    {
        var list = new List<T>();
        _lists.Add(list);
        _parameters.Add(() => new NpgsqlParameter<List<T>>
        {
            TypedValue = list,
            NpgsqlDbType = NpgsqlDbType.Array | type,
        });
        return list;
    }

    /// <summary>Every column in the order in which it was added; several commands may have them.</summary>
    public void AddTo(NpgsqlParameterCollection parameters)
    {
        foreach (var parameter in _parameters)
            parameters.Add(parameter());
    }

    public void Clear()
    {
        foreach (var list in _lists)
            list.Clear();
    }
}
