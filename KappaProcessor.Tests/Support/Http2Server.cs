using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Kappa.Tests.Support;

/// <summary>A tenant without apps on loopback that offers HTTP/2 over TLS, as Kandji's front does.</summary>
internal sealed class Http2Server : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly ConcurrentQueue<string> protocols = new();

    private Http2Server(WebApplication application)
    {
        this.application = application;
        application.Run(async context =>
        {
            protocols.Enqueue(context.Request.Protocol);
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(Some.PageJson(null, 0));
        });
    }

    public string Root => $"{application.Urls.Single()}/";

    /// <summary>Of each request: <c>HTTP/2</c>.</summary>
    public IReadOnlyList<string> Protocols => [.. protocols];

    public static async Task<Http2Server> StartAsync(X509Certificate2 certificate)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = HttpProtocols.Http1AndHttp2;
            listen.UseHttps(certificate);
        }));
        var server = new Http2Server(builder.Build());
        await server.application.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync() => await application.DisposeAsync();
}
