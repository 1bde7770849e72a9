using Kappa.Secrets;

namespace Kappa.Checking;

/// <summary>Asks the keychain whether it is open, where it is wanted.</summary>
internal static class KeychainReader
{
    public static async Task<KeychainCheck> ReadAsync(bool isWanted, ProcessHost host, CancellationToken cancel)
    {
        var check = new KeychainCheck(isWanted, host.IsMac);
        if (!isWanted || !host.IsMac)
        {
            return check;
        }

        try
        {
            await new KeychainSecretStore(host.KeychainTool).RequireUnlockedAsync(cancel);
            return check;
        }
        catch (KappaException fault)
        {
            return check with { Fault = fault };
        }
    }
}
