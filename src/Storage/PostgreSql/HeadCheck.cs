using Yihao.Storage.Pump;

namespace Yihao.Storage.PostgreSql;

/// <summary>
/// Looks in the heads whose they are, for all sessions that ask at once: whoever asks while a look is under way is in
/// the next one, because the one under way may have seen the head before he asked.
/// </summary>
internal sealed class HeadCheck(PostgreSqlQueries queries) : IHeadCheck
{
    private const string Sql = """
        select p.owner from unnest($1, $2) as p (hall, owner)
        join hall_head h on h.hall = p.hall and h.owner = p.owner
        """;

    private readonly Lock _gate = new();
    private Dictionary<LedgerSession, TaskCompletionSource<bool>> _asking = [];
    private bool _running;

    public Task<bool> IsMine(LedgerSession session)
    {
        lock (_gate)
        {
            if (!_asking.TryGetValue(session, out var answer))
            {
                answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
                _asking.Add(session, answer);
            }

            if (!_running)
            {
                _running = true;
                _ = Task.Run(Run);
            }

            return answer.Task;
        }
    }

    private async Task Run()
    {
        while (Take() is { } asked)
        {
            try
            {
                var mine = (await queries.Rows(
                    Sql, row => row.GetString(0), CancellationToken.None,
                    asked.Keys.Select(s => s.Hall).ToArray(), asked.Keys.Select(s => s.Owner).ToArray())).ToHashSet();
                foreach (var (session, answer) in asked)
                    answer.SetResult(mine.Contains(session.Owner));
            }
            catch (Exception failure)
            {
                foreach (var answer in asked.Values)
                    answer.SetException(failure);
            }
        }
    }

    private Dictionary<LedgerSession, TaskCompletionSource<bool>>? Take()
    {
        lock (_gate)
        {
            _running = _asking.Count > 0;
            if (!_running)
                return null;
            var asked = _asking;
            _asking = [];
            return asked;
        }
    }
}
