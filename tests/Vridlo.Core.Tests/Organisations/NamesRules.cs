using Vridlo.Base;

namespace Vridlo.Core.Tests.Organisations;

public sealed class NamesRules
{
    [Theory]
    [InlineData("Město Kraslice", "KRASLICE")]
    [InlineData("Statutární město Karlovy Vary", "Karlovy Vary")]
    [InlineData("Vodárny a kanalizace, s. r. o.", "vodarny a kanalizace SRO")]
    [InlineData("Galerie umění, příspěvková organizace", "Galerie umění p. o.")]
    [InlineData("SK Ostrov, z.s.", "SK Ostrov")]
    [InlineData("Obec", "obec")]
    [InlineData("ТОВ Карлові", "ТОВ КАРЛОВІ")]
    public void Two_ways_of_writing_one_name_come_out_alike(string one, string other) => Assert.Equal(OrganisationNames.Key(one), OrganisationNames.Key(other));

    [Theory]
    [InlineData("Město Kraslice", "Město Kynšperk")]
    [InlineData("Obec Otročín", "Obec Otovice")]
    [InlineData("Asociace obcí", "Asociace")]
    [InlineData("Březová", "Březová u Sokolova")]
    public void Other_names_stay_other(string one, string other) => Assert.NotEqual(OrganisationNames.Key(one), OrganisationNames.Key(other));
}
