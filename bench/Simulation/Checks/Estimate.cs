namespace Yihao.Simulation.Checks;

/// <summary>A mean over batches and how firmly it is known.</summary>
/// <param name="Half">Half the width of the 95 % confidence interval.</param>
internal sealed record Estimate(double Mean, double Half, int Batches)
{
    public static Estimate Of(IReadOnlyList<double> values)
    {
        var mean = values.Average();
        var variance = values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1);
        return new(mean, Student(values.Count - 1) * Math.Sqrt(variance / values.Count), values.Count);
    }

    /// <summary>The mean at controls of 0, by least squares over the batches.</summary>
    public static Estimate Controlled(IReadOnlyList<Batch> batches)
    {
        var size = batches[0].Controls.Length + 1;
        var normal = new double[size, size + 1];
        foreach (var batch in batches)
        {
            for (var i = 0; i < size; i++)
            {
                for (var j = 0; j < size; j++)
                    normal[i, j] += Row(batch, i) * Row(batch, j);
                normal[i, size] += Row(batch, i) * batch.MeanWait;
            }
        }

        var inverse = Inverse(normal, size);
        var fit = Enumerable.Range(0, size)
            .Select(i => Enumerable.Range(0, size).Sum(j => inverse[i, j] * normal[j, size]))
            .ToArray();
        var left = batches.Sum(b => Math.Pow(
            b.MeanWait - Enumerable.Range(0, size).Sum(i => fit[i] * Row(b, i)), 2));
        var free = batches.Count - size;
        return new(fit[0], Student(free) * Math.Sqrt(left / free * inverse[0, 0]), batches.Count);
    }

    private static double Row(Batch batch, int i) => i == 0 ? 1 : batch.Controls[i - 1];

    /// <summary>The 97.5 % point of Student's distribution (Hill 1970, the first terms of its expansion).</summary>
    private static double Student(int free)
    {
        const double z = 1.959964;
        var (z3, z5) = (z * z * z, z * z * z * z * z);
        return z + (z3 + z) / (4 * free) + (5 * z5 + 16 * z3 + 3 * z) / (96.0 * free * free);
    }

    private static double[,] Inverse(double[,] matrix, int size)
    {
        var work = new double[size, 2 * size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
                work[i, j] = matrix[i, j];
            work[i, size + i] = 1;
        }

        for (var pivot = 0; pivot < size; pivot++)
            Eliminate(work, pivot, size);
        var inverse = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
                inverse[i, j] = work[i, size + j];
        }

        return inverse;
    }

    private static void Eliminate(double[,] work, int pivot, int size)
    {
        var best = Enumerable.Range(pivot, size - pivot).MaxBy(i => Math.Abs(work[i, pivot]));
        for (var j = 0; j < 2 * size; j++)
            (work[pivot, j], work[best, j]) = (work[best, j], work[pivot, j]);
        var by = work[pivot, pivot];
        for (var j = 0; j < 2 * size; j++)
            work[pivot, j] /= by;
        foreach (var i in Enumerable.Range(0, size).Where(i => i != pivot))
        {
            var times = work[i, pivot];
            for (var j = 0; j < 2 * size; j++)
                work[i, j] -= times * work[pivot, j];
        }
    }
}
