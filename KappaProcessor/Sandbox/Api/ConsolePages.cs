using System.Net;
using System.Xml.Linq;
using Kappa.Sandbox.Wire;
using Kappa.Tenant.Models;

namespace Kappa.Sandbox.Api;

/// <summary>A stand-in for the web console, where links in messages and results lead.</summary>
internal sealed class ConsolePages(SandboxTenant tenant)
{
    /// <summary>The whole tenant, with the ids a recipe may need.</summary>
    public SandboxAnswer Overview()
    {
        var state = tenant.State;
        return Page(
            "Sandbox tenant",
            Table("Custom Apps", state.Apps.Select(app => Row(Link(app), app.Id.Value))),
            Table("Self Service categories", state.Categories.Select(one => Row(one.Name, one.Id))),
            Table("Blueprints", state.Blueprints.Select(one => Row(one.Name, one.Id))),
            Table(
                "Nodes of assignment maps",
                state.Blueprints.SelectMany(one => one.Nodes.Select(node => Row(one.Name, node)))));
    }

    public SandboxAnswer App(string id)
    {
        if (tenant.State.FindApp(new AppId(id)) is not { } app)
        {
            return SandboxAnswer.NotFound;
        }

        var facts = SandboxJson.Of(app).Properties().Select(field => Row(field.Name, field.Value.ToString()));
        return Page(app.Name, Table("Custom App", facts));
    }

    private static XElement Link(CustomApp app) =>
        new("a", new XAttribute("href", $"/library/custom-apps/{app.Id}"), app.Name);

    private static XElement Table(string title, IEnumerable<XElement> rows) =>
        new("section", new XElement("h2", title), new XElement("table", rows));

    /// <param name="name">Text, or an element.</param>
    /// <param name="value">Shown with its line ends.</param>
    private static XElement Row(object name, string value) =>
        new("tr", new XElement("td", name), new XElement("td", new XElement("pre", value)));

    private static SandboxAnswer Page(string title, params XElement[] sections)
    {
        var html = new XElement(
            "html",
            new XElement("head", new XElement("title", title)),
            new XElement("body", new XElement("h1", title), sections));
        return SandboxAnswer.Page(
            HttpStatusCode.OK, $"<!doctype html>{html.ToString(SaveOptions.DisableFormatting)}");
    }
}
