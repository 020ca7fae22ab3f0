using Vridlo.Bench;

// bare: the endpoint to compare with, in a process of its own. Otherwise: PART PROGRAM DOCUMENT LARGE-DOCUMENT, where PART is
// reading, writing or all; writing wants VRIDLO_BENCH_POSTGRES (connection string) and VRIDLO_BENCH_CLUSTER (its data folder).
if (args is ["bare", var urls])
{
    await Bare.Run(urls);
    return 0;
}

var measured = new Report();
using var work = new WorkFolder();
try
{
    if (args[0] is "reading" or "all")
    {
        await Measurements.Run(args[1], args[2], args[3], work.Path, measured);
    }

    if (args[0] is "writing" or "all")
    {
        await Writing.Run(args[1], work.Path, measured);
    }
}
finally
{
    Console.WriteLine(measured);
}

return 0;
