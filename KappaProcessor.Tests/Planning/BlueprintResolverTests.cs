using Kappa.Planning;
using Kappa.Tenant.Models;

namespace Kappa.Tests.Planning;

internal sealed class BlueprintResolverTests
{
    private static readonly Blueprint[] Tenant =
    [
        new("id-sales", "Sales Macs", "classic"),
        new("id-eng", "Engineering", "map"),
        new("id-team", "Team #1", "map"),
        new("id-twin-1", "Twin", "classic"),
        new("id-twin-2", "Twin", "classic"),
    ];

    [TestCase("Sales Macs", "id-sales", null)]
    [TestCase("id-sales", "id-sales", null, TestName = "By id")]
    [TestCase("sales macs", "id-sales", null, TestName = "By name ignoring case")]
    [TestCase("ID-SALES", "id-sales", null, TestName = "By id ignoring case")]
    [TestCase("Engineering", "id-eng", null, TestName = "A map without conditions needs no node")]
    [TestCase("Engineering#12", "id-eng", "12")]
    [TestCase("engineering # 12", "id-eng", "12", TestName = "Spaces around the hash")]
    [TestCase("id-eng#12", "id-eng", "12", TestName = "A node of a map by id")]
    [TestCase("Team #1", "id-team", null, TestName = "A name with a hash of its own")]
    [TestCase("Team #1#12", "id-team", "12", TestName = "A node of a map with a hash in its name")]
    [TestCase("id-twin-2", "id-twin-2", null, TestName = "An id settles which of two of one name")]
    public void Finds_the_blueprint_and_its_node(string text, string id, string? node)
    {
        var assignment = BlueprintResolver.Resolve([text], Tenant).Single();

        Assert.That((assignment.Blueprint.Id, assignment.NodeId), Is.EqualTo((id, node)));
    }

    [Test]
    public void Prefers_the_exact_name()
    {
        Blueprint[] blueprints = [new("1", "SALES", "classic"), new("2", "Sales", "classic")];

        var assignment = BlueprintResolver.Resolve(["Sales"], blueprints).Single();

        Assert.That(assignment.Blueprint.Id, Is.EqualTo("2"));
    }

    [Test]
    public void Takes_two_spellings_of_one_for_one()
    {
        string[] wanted = ["Sales Macs", "id-sales", "Engineering#1", "Engineering#2"];

        var assignments = BlueprintResolver.Resolve(wanted, Tenant);

        Assert.That(string.Join(", ", assignments), Is.EqualTo("Sales Macs, Engineering#1, Engineering#2"));
    }

    [TestCase("Twin", "2 Blueprints are named 'Twin': id-twin-1, id-twin-2. "
        + "Give the id of the one that is meant instead of its name.")]
    [TestCase("twin", "2 Blueprints are named 'twin': id-twin-1, id-twin-2. "
        + "Give the id of the one that is meant instead of its name.")]
    [TestCase("Sales Macs#12", "The Blueprint 'Sales Macs' is a classic one and has no node '12'. "
        + "Give 'Sales Macs' alone, or the name of an assignment map.")]
    [TestCase("Engineering#", "The Blueprint 'Engineering' is followed by a # without the id of a node. "
        + "Add the node's id (hold Option while the map is open in Kandji to see it), or leave the # out.")]
    [TestCase("Enginering#12", "The tenant has no Blueprint 'Enginering#12' (nearest: Engineering). "
        + "Give a Blueprint's name or id as it is in Kandji; a node of an assignment map as NAME#NODE_ID.")]
    [TestCase("Xyz", "The tenant has no Blueprint 'Xyz'. "
        + "Give a Blueprint's name or id as it is in Kandji; a node of an assignment map as NAME#NODE_ID.")]
    public void Fails_on_what_it_cannot_tell(string text, string message) =>
        Assert.That(
            () => BlueprintResolver.Resolve([text], Tenant),
            Throws.TypeOf<KappaException>().With.Message.EqualTo(message));
}
