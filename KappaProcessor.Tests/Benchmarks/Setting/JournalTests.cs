namespace Kappa.Tests.Benchmarks.Setting;

internal sealed class JournalTests
{
    private static readonly string[] Lines =
    [
        "Sandbox tenant at http://127.0.0.1:8080; Ctrl-C stops it.",
        "  autopkg run -v RECIPE --post io.kandji.kappa/KAPPA",
        "2026-01-15T12:00:00Z GET /api/v1/library/custom-apps 200 - 0 bytes with Authorization",
        "2026-01-15T12:00:00Z GET /api/v1/library/custom-apps?page=2 200 - 0 bytes with Authorization",
        "2026-01-15T12:00:00Z POST /api/v1/library/custom-apps/upload 201 application/json 21 bytes with Authorization",
        "2026-01-15T12:00:00Z POST /storage/ 204 multipart/form-data 1000 bytes without Authorization",
        "2026-01-15T12:00:00Z GET /api/v1/library/custom-apps/7 200 - 0 bytes with Authorization",
    ];

    private static Journal Journal => Journal.Parse(Lines);

    [Test]
    public void An_upload_to_the_storage_host_is_no_call_of_the_API() =>
        Assert.That(Journal.Calls, Is.EqualTo(4));

    [Test]
    public void A_look_at_one_app_is_no_list() =>
        Assert.That(Journal.Lists, Is.EqualTo(2));

    [Test]
    public void A_ticket_is_no_upload() =>
        Assert.That(Journal.Uploads, Is.EqualTo(1));

    [Test]
    public void Another_number_of_uploads_than_was_meant_ends_the_measurement() =>
        Assert.That(
            () => Journal.RequireUploads(0),
            Throws.TypeOf<MeasurementException>().With.Message.Contains("POST /storage/"));
}
