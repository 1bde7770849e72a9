namespace Kappa.Commands;

/// <summary>The one place where an exception becomes a sentence on stderr and an exit code.</summary>
internal static class Guard
{
    public static async Task<int> RunAsync(ProcessHost host, FailureForm failure, Func<Task<ExitCode>> verb)
    {
        try
        {
            return (int)await verb();
        }
        catch (UsageException problem)
        {
            Tell(host, failure.Format, problem.Message);
            return (int)problem.ExitCode;
        }
        catch (KappaException problem)
        {
            Tell(host, failure.Format, problem.Message);
            return (int)failure.ExitCode;
        }
        catch (OperationCanceledException)
        {
            Tell(host, failure.Format, "Interrupted before the end; what was done so far is done. Run again.");
            return (int)ExitCode.Interrupted;
        }
        catch (Exception fault)
        {
            Tell(
                host,
                failure.Format,
                $"Kappa met a fault of its own ({fault.GetType().Name}: {fault.Message}). Please report it with the lines "
                    + $"that follow.\n{fault.StackTrace}");
            return (int)failure.ExitCode;
        }
    }

    private static void Tell(ProcessHost host, LogFormat format, string message)
    {
        using var logs = Logging.Create(0, format, host.Error, host.Secrets);
        logs.GetLogger("kappa").Error("{0}", message);
    }
}
