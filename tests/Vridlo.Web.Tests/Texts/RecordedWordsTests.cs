using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Vridlo.Base;
using Vridlo.Core.Data;
using Vridlo.Testing;
using Vridlo.Ui;
using Vridlo.Web.Serving;

namespace Vridlo.Web.Tests.Texts;

/// <summary>The history says what was changed in words: each sort of thing, each column of it and each value of an enumeration.</summary>
public sealed class RecordedWordsTests
{
    private static readonly TextCatalogue Catalogue = new(Server.TextAssemblies.Append(typeof(Links).Assembly), strict: true);

    [Fact]
    public async Task Are_there_for_everything_recorded()
    {
        await using var site = await Site.Shipped(Engine.Sqlite);
        await using var unit = site.Services.CreateAsyncScope();
        var model = unit.ServiceProvider.GetRequiredService<AppDb>().Model;
        var recorded = model.GetEntityTypes().Where(e => Subject(e) is not null).ToList();
        Assert.NotEmpty(recorded);
        var keys = recorded.SelectMany(e => Shown(e).Select(p => "record.field." + p.GetColumnName()).Append("record.subject." + Subject(e)))
            .Concat(recorded.SelectMany(Shown).Select(p => Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType).Where(t => t.IsEnum).SelectMany(Values));
        var missing = string.Join('\n', keys.Distinct().Where(k => Catalogue.Find(k, Language.Cs) is null).Order(StringComparer.Ordinal));
        Assert.True(missing.Length == 0, missing);
    }

    private static string? Subject(IEntityType entity) => (string?)entity.FindAnnotation("Vridlo:Subject")?.Value;

    /// <summary>As the history shows them: without keys and without what only counts versions.</summary>
    private static IEnumerable<IProperty> Shown(IEntityType entity) =>
        entity.GetProperties().Where(p => !p.IsPrimaryKey() && !p.IsConcurrencyToken && p.FindAnnotation("Vridlo:Version") is null);

    private static IEnumerable<string> Values(Type values) => WordsAttribute.Of(values) is { } words
        ? Enum.GetNames(values).Select(v => WordsAttribute.Key(words, v))
        : [$"[Words] of {values.Name}"];
}
