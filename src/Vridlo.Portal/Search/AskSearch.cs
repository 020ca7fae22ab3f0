using Vridlo.Base;
using Vridlo.Core;
using Vridlo.Core.Search;

namespace Vridlo.Portal.Search;

/// <summary>Searches for a reader, who may also name a kind in the reader's language («opatření 4.2»).</summary>
internal sealed class AskSearch(SearchThings search, Declarations declared, TextCatalogue texts)
{
    public Task<SearchAnswer> Find(SearchRequest request, CancellationToken stop)
    {
        var t = texts.In(request.Reader);
        return search.Find(request with { KindNames = [.. declared.SearchKinds.Select(k => (t[k.One], k.Key))] }, stop);
    }
}
