using Governance.Web.Commands;

return await CommandLines.RunAsync(args, Console.Out, Console.Error);
