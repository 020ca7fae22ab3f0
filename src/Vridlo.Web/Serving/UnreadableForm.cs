namespace Vridlo.Web.Serving;

/// <summary>Forms that cannot be read at all: with a null character, with what is no UTF-8, larger than is taken.</summary>
internal static class UnreadableForm
{
    /// <summary>The status that answers such a form, or null when it can be read.</summary>
    public static async Task<int?> Status(HttpRequest request)
    {
        try
        {
            if (request.HasFormContentType)
            {
                await request.ReadFormAsync(request.HttpContext.RequestAborted);
            }

            return null;
        }
        catch (InvalidDataException)
        {
            return StatusCodes.Status400BadRequest;
        }
        catch (BadHttpRequestException refused)
        {
            return refused.StatusCode;
        }
    }
}
