using Kappa.AutoPkg;
using Kappa.Tests.Support;
using Newtonsoft.Json.Linq;

namespace Kappa.Tests.EndToEnd;

/// <summary>What the shim's text says, read by Python's own parser.</summary>
internal sealed class ShimSourceTests
{
    [Test]
    public async Task Declares_the_variables_that_the_executable_reads_in_the_same_words()
    {
        var source = await ReadAsync();

        var declared = ((JObject)source["input_variables"]!).Properties()
            .Select(one => (one.Name, (bool)one.Value["required"]!, (string?)one.Value["description"]));

        Assert.That(
            declared, Is.EqualTo(Variables.Inputs.Select(input => (input.Name, input.Required, input.Documentation))));
    }

    [Test]
    public async Task Declares_the_variables_that_the_executable_sets_in_the_same_words()
    {
        var source = await ReadAsync();

        var declared = ((JObject)source["output_variables"]!).Properties()
            .Select(one => (one.Name, (string?)one.Value["description"]));

        Assert.That(declared, Is.EqualTo(Variables.Outputs.Select(output => (output.Name, output.Documentation))));
    }

    [Test]
    public async Task Needs_nothing_but_Pythons_own_library_and_AutoPkg()
    {
        var source = await ReadAsync();

        Assert.That(source["foreign"]!.Values<string>(), Is.EqualTo(["autopkglib"]));
    }

    private static Task<JObject> ReadAsync() =>
        Python.ReadJsonAsync("read_processor.py", SourceTree.At("shim", "KAPPA.py"));
}
