namespace Yihao.Grains.Network.Reading;

/// <summary>Reads the areas of a hall.</summary>
internal static class AreaReader
{
    internal static IReadOnlyList<AreaDefinition> Read(FieldReader hall)
    {
        if (!hall.Has("areas"))
            return AreaDefinition.Usual;
        var areas = new List<AreaDefinition>();
        foreach (var fields in hall.Each("areas", "an area"))
        {
            var id = fields.Id("area", Shape.Area);
            var area = new AreaDefinition(id ?? "", fields.Text("name", needed: true) ?? "", fields.Text("nameEn"));
            fields.Done();
            if (areas.Any(other => other.Area == id))
                hall.Mistakes.Add(fields.Line, $"the area '{id}' is there twice; every area id is allowed once");
            else if (id is not null)
                areas.Add(area);
        }
        return areas;
    }
}
