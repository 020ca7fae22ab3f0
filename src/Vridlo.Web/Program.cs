using Vridlo.Web.Cli;

return await CommandLine.Run(args);
