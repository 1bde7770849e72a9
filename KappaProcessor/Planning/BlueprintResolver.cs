using Kappa.Matching;
using Kappa.Tenant.Models;

namespace Kappa.Planning;

/// <summary>
/// The Blueprints of a new app. Each is given by id or name, exactly or else ignoring case, and may name a
/// node of an assignment map: <c>Engineering Macs#node_id</c>. A name may hold a <c>#</c> itself, so the
/// whole is tried first.
/// </summary>
internal static class BlueprintResolver
{
    /// <exception cref="KappaException">One of them is unknown, ambiguous, or has no nodes.</exception>
    public static IReadOnlyList<BlueprintAssignment> Resolve(
        IReadOnlyList<string> wanted, IReadOnlyList<Blueprint> blueprints) =>
        [.. wanted.Select(text => ResolveOne(text, blueprints)).Distinct()];

    private static BlueprintAssignment ResolveOne(string text, IReadOnlyList<Blueprint> blueprints)
    {
        var hash = text.LastIndexOf('#');
        var (head, node) = hash < 0 ? (text, null) : (text[..hash].TrimEnd(), text[(hash + 1)..].Trim());
        StringComparison[] ways = [StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase];
        foreach (var comparison in ways)
        {
            if (Find(text, blueprints, comparison) is { } whole)
            {
                return new BlueprintAssignment(whole, null);
            }

            if (node is not null && Find(head, blueprints, comparison) is { } map)
            {
                return new BlueprintAssignment(map, CheckedNode(node, map));
            }
        }

        throw Unknown(text, head, blueprints);
    }

    private static Blueprint? Find(
        string text, IReadOnlyList<Blueprint> blueprints, StringComparison comparison)
    {
        if (blueprints.FirstOrDefault(one => string.Equals(one.Id, text, comparison)) is { } byId)
        {
            return byId;
        }

        var named = blueprints.Where(one => string.Equals(one.Name, text, comparison)).ToList();
        var ids = string.Join(", ", named.Select(one => one.Id));
        return named.Count < 2
            ? named.FirstOrDefault()
            : throw new KappaException(
                $"{named.Count} Blueprints are named '{text}': {ids}.",
                "Give the id of the one that is meant instead of its name.");
    }

    private static string CheckedNode(string node, Blueprint blueprint)
    {
        if (!blueprint.IsMap)
        {
            throw new KappaException(
                $"The Blueprint '{blueprint.Name}' is a classic one and has no node '{node}'.",
                $"Give '{blueprint.Name}' alone, or the name of an assignment map.");
        }

        return node.Length > 0 ? node : throw new KappaException(
            $"The Blueprint '{blueprint.Name}' is followed by a # without the id of a node.",
            "Add the node's id (hold Option while the map is open in Kandji to see it), or leave the # out.");
    }

    private static KappaException Unknown(string text, string head, IReadOnlyList<Blueprint> blueprints)
    {
        var nearest = NearestNames.Of(head, blueprints.Select(one => one.Name));
        var hint = nearest.Count == 0 ? "" : $" (nearest: {string.Join(", ", nearest)})";
        return new KappaException(
            $"The tenant has no Blueprint '{text}'{hint}.",
            "Give a Blueprint's name or id as it is in Kandji; a node of an assignment map as NAME#NODE_ID.");
    }
}
