using Vridlo.Base;
using Vridlo.Core.Access;
using Vridlo.Core.Lists;

namespace Vridlo.Discussion.Notices;

/// <summary>The own notices as a list, for page and files.</summary>
internal sealed class ListNotices(ReadNotices own, IPeople people, Texts t)
{
    public async Task<ListSource<NoticeRow>> Source(CancellationToken stop) => new(
        NoticesList.Of(t, (await people.All(stop)).ToDictionary(p => p.Id, p => p.Name)), NoticesList.Rows(own.Mine()));
}
