using Kappa.AutoPkg;
using Kappa.Configuration;
using Kappa.Tests.Support;

namespace Kappa.Tests.AutoPkg;

internal sealed class VariablesTests
{
    [Test]
    public void Every_variable_has_one_name_and_one_line_of_documentation()
    {
        var inputs = Variables.Inputs.Select(input =>
            $"{input.Name}: {input.Type.Word()}. {input.Documentation}\n");
        var outputs = Variables.Outputs.Select(output =>
            $"{output.Name}: {output.Type.Word()}. {output.Documentation}\n");

        Golden.Matches($"{string.Concat(inputs)}\n{string.Concat(outputs)}", "Variables");
    }

    [Test]
    public void No_name_is_used_twice() =>
        Assert.That(
            Variables.Inputs.Select(input => input.Name).Concat(
                Variables.Outputs.Select(output => output.Name)),
            Is.Unique);

    [Test]
    public void Only_NAME_is_required() =>
        Assert.That(Variables.Inputs.Where(input => input.Required), Is.EqualTo([Variables.Name]));
}
