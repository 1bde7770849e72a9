namespace Kappa.Configuration;

/// <summary>What Kandji takes as the name of a Custom App.</summary>
internal static class AppNameRule
{
    /// <summary>Characters, an emoji being one.</summary>
    public const int Longest = 255;

    public static Objection? Check(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return new Objection("is blank", "Give the Custom App a name.");
        }

        var length = name.EnumerateRunes().Count();
        return length <= Longest
            ? null
            : new Objection($"has {length} characters", $"Kandji takes at most {Longest}; shorten it.");
    }
}
