using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Governance.People;
using Governance.Web.Api;
using Governance.Web.Tests.Home;

namespace Governance.Web.Tests.Bodies;

public sealed class BodyChangesApiTests
{
    [Fact]
    public async Task An_administrator_creates_and_changes_a_body_by_its_etag()
    {
        await using var city = await SmallCity.FoundAsync();
        var admin = city.Program.Call(await city.Program.AddTokenAsync("admin"));

        var created = await admin.PostAsJsonAsync("/api/v1/bodies", new { code = "youth-board", nameDe = "Jugendbeirat", nameEn = "Youth board", kind = "Advisory", statutoryMembers = 11, procedure = "Circular" });
        created.StatusCode.ShouldBe(HttpStatusCode.Created);
        var address = created.Headers.Location!.ToString();
        var etag = (await admin.GetAsync(address)).Headers.ETag!.Tag;

        (await PatchAsync(admin, address, new { statutoryMembers = 13 }, etag: null)).StatusCode.ShouldBe((HttpStatusCode)428);
        var changed = await PatchAsync(admin, address, new { statutoryMembers = 13 }, etag);
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await changed.Content.ReadFromJsonAsync<JsonObject>())!["statutoryMembers"]!.GetValue<int>().ShouldBe(13);
        (await PatchAsync(admin, address, new { statutoryMembers = 14 }, etag)).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await PatchAsync(admin, address, new { code = "other" }, "*")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var circular = await PatchAsync(admin, address, new { kind = "Committee" }, "*");
        circular.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await circular.Content.ReadFromJsonAsync<Problem>())!.Errors!.Keys.ShouldBe(["procedure"]);
    }

    [Fact]
    public async Task A_clerk_gives_and_ends_seats_by_the_etag_of_the_body()
    {
        await using var city = await SmallCity.FoundAsync();
        await city.Program.AddPersonAsync("clerk", Role.Clerk);
        var clerk = city.Program.Call(await city.Program.AddTokenAsync("clerk"));
        var owner = (await city.Do("clerk", new Governance.Bodies.ListCandidates())).Single(one => one.UserName == "owner").Id;
        var seat = new { personId = owner, kind = "Administration", function = "Member", from = "2026-12-01" };

        (await clerk.PostAsJsonAsync("/api/v1/bodies/steering/seats", seat)).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await clerk.PostAsJsonAsync("/api/v1/bodies/steering/seats", seat)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var list = await clerk.GetAsync("/api/v1/bodies/steering/seats");
        var id = (await list.Content.ReadFromJsonAsync<JsonObject>())!["seats"]![0]!["id"]!.GetValue<string>();
        var ended = await PatchAsync(clerk, $"/api/v1/bodies/steering/seats/{id}", new { until = "2027-03-31" }, list.Headers.ETag!.Tag);

        (await ended.Content.ReadFromJsonAsync<JsonObject>())!["seats"]![0]!["until"]!.GetValue<string>().ShouldBe("2027-03-31");
        (await PatchAsync(clerk, $"/api/v1/bodies/steering/seats/{id}", new { until = (string?)null }, list.Headers.ETag!.Tag)).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await PatchAsync(clerk, $"/api/v1/bodies/steering/seats/{Guid.NewGuid()}", new { }, "*")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await clerk.PostAsJsonAsync("/api/v1/bodies", new { code = "x1", nameDe = "x", nameEn = "x", kind = "Advisory", statutoryMembers = 1, procedure = "Circular" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static Task<HttpResponseMessage> PatchAsync(HttpClient caller, string address, object patch, string? etag)
    {
        var request = new HttpRequestMessage(HttpMethod.Patch, address) { Content = JsonContent.Create(patch) };
        if (etag is not null)
            request.Headers.TryAddWithoutValidation("If-Match", etag);
        return caller.SendAsync(request);
    }
}
