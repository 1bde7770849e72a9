using CliWrap;
using CliWrap.Buffered;
using Kappa.Planning;
using Kappa.Tests.Support;

namespace Kappa.Tests.Planning;

/// <summary>The script as a piece of source.</summary>
internal sealed class AuditScriptSourceTests
{
    /// <summary>What shellcheck, which does not know zsh, takes for mistakes.</summary>
    private static readonly string[] Zshisms =
    [
        "SC2296", "SC2298", "SC2299", "SC2300", // flags in expansions, nested expansions
        "SC2206", // ${=words} splits on purpose
        "SC2034", "SC2317", // used by flags, called through "$1"
        "SC2015", // A && B || C, where B cannot fail
    ];

    [Test]
    public async Task Zsh_finds_no_fault()
    {
        AuditMac.RequireZsh();

        var result = await CheckAsync("zsh", "-n");

        Assert.That(result.StandardOutput + result.StandardError, Is.Empty);
    }

    [Test]
    public async Task Shellcheck_finds_no_fault_beyond_zsh_s_own_ways()
    {
        AuditMac.Require("shellcheck");

        var result = await CheckAsync("shellcheck", "--shell=bash", $"--exclude={string.Join(',', Zshisms)}");

        Assert.That(result.StandardOutput + result.StandardError, Is.Empty);
    }

    private static async Task<BufferedCommandResult> CheckAsync(string tool, params string[] arguments)
    {
        using var folder = new TempFolder();
        return await Cli.Wrap(tool)
            .WithArguments([.. arguments, folder.Write("audit.zsh", AuditScript.BuiltInTemplate)])
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();
    }
}
