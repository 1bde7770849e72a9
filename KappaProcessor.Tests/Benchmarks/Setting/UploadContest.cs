using Kappa.Tests.Benchmarks.Figures;
using Kappa.Tests.Sandbox;
using Kappa.Tests.Support;
using Newtonsoft.Json.Linq;

namespace Kappa.Tests.Benchmarks.Setting;

/// <summary>Kappa and curl upload the same file to the same sandbox.</summary>
internal sealed class UploadContest : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private readonly SandboxProcess sandbox;
    private readonly PlainClient client;
    private readonly BenchmarkRecipe recipe;

    private UploadContest(SandboxProcess sandbox, long size)
    {
        this.sandbox = sandbox;
        client = new PlainClient(sandbox.Origin);
        recipe = new BenchmarkRecipe(folder, "Teapot", size);
    }

    /// <param name="size">Bytes of the file.</param>
    /// <param name="processing">How long the tenant processes an upload, which is none of curl's business.</param>
    public static async Task<UploadContest> StartAsync(long size, TimeSpan processing = default) =>
        new(await SandboxProcess.StartAsync(processing: processing), size);

    public async Task<UploadResult> PlayAsync(int rounds)
    {
        var curl = ReferenceProgram.Find("curl");
        await RunStepAsync(); // which makes the app; the others update it
        if (curl is null)
        {
            var alone = await Rounds.PlayAsync(rounds, [RunStepAsync]);
            return new UploadResult(alone[0], null, ReferenceProgram.Missing("curl"));
        }

        var runs = await Rounds.PlayAsync(rounds, [RunStepAsync, () => PostAsync(curl)]);
        return new UploadResult(runs[0], new Reference("curl", Quantity.Of(runs[1].Time)), null);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await sandbox.DisposeAsync();
        folder.Dispose();
    }

    private async Task<MeasuredProcess> RunStepAsync()
    {
        recipe.Rebuild();
        var run = recipe.Step(sandbox.Origin).RunWell();
        (await sandbox.JournalAsync()).RequireUploads(1);
        return run;
    }

    private async Task<MeasuredProcess> PostAsync(string curl)
    {
        var ticket = await client.PresignAsync();
        var fields = ((JObject)ticket["post_data"]!).Properties()
            .SelectMany(field => new[] { "--form-string", $"{field.Name}={(string?)field.Value}" });
        var post = new MeasuredCommand(
            curl,
            [
                // curl would wait for leave to send the body; without that it is as quick as it can be.
                "--silent", "--show-error", "--fail", "--header", "Expect:",
                .. fields, "--form", $"file=@{recipe.Installer}", (string)ticket["post_url"]!,
            ]);
        var run = post.RunWell();
        (await sandbox.JournalAsync()).RequireUploads(1);
        return run;
    }
}
