using Kappa.Planning;
using Kappa.Tests.Support;

namespace Kappa.Tests.Planning;

internal sealed class SkipReasonTests
{
    [Test]
    public void Every_reason_has_a_text_that_names_the_app([Values] SkipReason reason) =>
        Assert.That(reason.Text(Some.Target()), Does.Contain("'Firefox'"));
}
