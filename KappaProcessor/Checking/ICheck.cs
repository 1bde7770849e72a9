namespace Kappa.Checking;

/// <summary>What is known of one precondition of a run. To judge it asks nobody and opens nothing.</summary>
internal interface ICheck
{
    /// <summary>At least one finding, in the order they are told.</summary>
    IEnumerable<Finding> Judge();
}
