using Governance.Web;
using Governance.Web.Ui;

var builder = WebApplication.CreateBuilder(args);
builder.ListenByDefault();
builder.AddUserInterface();

var app = builder.Build();
app.UseUserInterface();
app.MapUserInterface();
await app.RunAsync();
