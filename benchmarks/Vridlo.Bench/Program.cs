using Vridlo.Bench;

// bare: the endpoint to compare with, in a process of its own. Otherwise: PROGRAM DOCUMENT LARGE-DOCUMENT.
if (args is ["bare", var urls])
{
    await Bare.Run(urls);
    return 0;
}

var measured = new Report();
using var work = new WorkFolder();
try
{
    await Measurements.Run(args[0], args[1], args[2], work.Path, measured);
}
finally
{
    Console.WriteLine(measured);
}

return 0;
