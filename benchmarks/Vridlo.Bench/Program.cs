using Vridlo.Bench;

// bare: the endpoint to compare with, in a process of its own. Otherwise: PROGRAM DOCUMENT LARGE-DOCUMENT, then the parts, all when none is named.
if (args is ["bare", var urls])
{
    await Bare.Run(urls);
    return 0;
}

var parts = args[3..];
if (parts.Except(Measurements.Parts.Select(p => p.Name)).ToList() is { Count: > 0 } unknown)
{
    Console.Error.WriteLine($"There is no part {string.Join(", ", unknown)}; there are {string.Join(", ", Measurements.Parts.Select(p => p.Name))}.");
    return 64;
}

var measured = new Report();
await using var ground = new Ground(args[0], args[1], args[2]);
try
{
    foreach (var (_, measure) in Measurements.Parts.Where(p => parts.Length == 0 || parts.Contains(p.Name)))
    {
        await measure(ground, measured);
    }
}
finally
{
    Console.WriteLine(measured);
}

return 0;
