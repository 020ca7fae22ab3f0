using Vridlo.Base;

namespace Vridlo.Projects.Demo;

/// <summary>What sample projects of an area are about.</summary>
/// <param name="Word">begins the area's name, folded; empty for any area</param>
/// <param name="Fund">code of the region's fund that pays for it</param>
/// <param name="Low">a small project's cost in millions</param>
/// <param name="High">a large one's</param>
/// <param name="Bearer">word of the name of organisations that carry such projects out, folded</param>
/// <param name="Indicator">what such a project makes</param>
/// <param name="Unit">in what it is counted</param>
/// <param name="Titles">names of projects; the place is added</param>
internal sealed record SampleTheme(string Word, string Fund, int Low, int High, string Bearer, string Indicator, string Unit, params IReadOnlyList<string> Titles)
{
    public static IReadOnlyList<SampleTheme> All { get; } =
    [
        new("image", "kap-18", 1, 6, "kraj", "Oslovení lidé", "osob", "Kampaň Poznejte náš kraj", "Portál pro nové obyvatele", "Ambasadoři regionu", "Studentské návraty", "Dny otevřených podniků", "Jednotný vizuální styl"),
        new("hospodarsky", "kap-18", 5, 90, "hospodarska", "Podpořené firmy", "firem", "Podnikatelský inkubátor", "Regenerace brownfieldu", "Inovační vouchery", "Příprava průmyslové zóny", "Centrum pro začínající podnikatele", "Poradenství pro řemeslníky"),
        new("lazenstvi", "kap-18", 4, 70, "lazne", "Obnovené objekty", "objektů", "Obnova kolonády", "Úprava lázeňského parku", "Ochrana přírodních léčivých zdrojů", "Pítko u pramene", "Výzkum balneologických postupů", "Lázeňské promenády bez bariér"),
        new("cestovni", "kap-18", 2, 45, "destinacni", "Délka nových tras", "km", "Cyklostezka podél řeky", "Rozhledna", "Hornická naučná stezka", "Návštěvnické centrum", "Běžkařské trasy", "Turistický informační systém"),
        new("kultura", "kap-09", 2, 60, "muzeum", "Opravené památky", "památek", "Oprava kostela", "Nová stálá expozice muzea", "Digitalizace sbírek", "Kulturní dům", "Obnova zámeckého parku", "Depozitář knihovny"),
        new("vzdelavani", "kap-13", 4, 120, "skola", "Nová místa pro žáky", "míst", "Odborné učebny střední školy", "Rozšíření mateřské školy", "Dílny pro praktické vyučování", "Bezbariérová škola", "Jazykové laboratoře", "Centrum celoživotního učení"),
        new("sport", "kap-13", 3, 85, "sportovni", "Nová sportoviště", "sportovišť", "Sportovní hala", "Atletický ovál", "Oprava koupaliště", "Hřiště pro veřejnost", "Zimní stadion – výměna chlazení", "In-line dráha"),
        new("socialni", "kap-15", 5, 130, "domov", "Nová místa ve službě", "míst", "Domov pro seniory", "Chráněné bydlení", "Denní stacionář", "Odlehčovací služba", "Přestavba dětského domova", "Terénní pečovatelská služba"),
        new("zdravotnictvi", "kap-17", 6, 180, "nemocnice", "Obnovená pracoviště", "pracovišť", "Urgentní příjem", "Výjezdová základna záchranné služby", "Přístroje pro diagnostiku", "Lůžka následné péče", "Ordinace praktického lékaře", "Modernizace operačních sálů"),
        new("zivotni", "kap-02", 1, 40, "", "Obnovená krajina", "ha", "Tůně a mokřady", "Výsadba alejí", "Sběrný dvůr", "Protierozní opatření", "Zadržování dešťové vody", "Revitalizace potoka"),
        new("energetika", "kap-02", 20, 160, "teplarna", "Úspora energie", "GJ za rok", "Výměna rozvodů tepla", "Kotel na biomasu", "Modernizace výměníkových stanic", "Tepelné čerpadlo pro sídliště", "Akumulace tepla", "Odpojení od uhlí"),
        new("doprava", "kap-10", 15, 240, "silnic", "Opravené silnice", "km", "Modernizace silnice II. třídy", "Obchvat obce", "Oprava mostu", "Okružní křižovatka", "Přestupní terminál", "Chodník podél krajské silnice"),
        new("verejna", "kap-18", 1, 30, "kraj", "Nové služby úřadu", "služeb", "Elektronická spisovna", "Portál občana kraje", "Zateplení budovy úřadu", "Sdílená datová platforma", "Kybernetická bezpečnost", "Vzdělávání úředníků"),
        new("bezpecnost", "kap-18", 2, 55, "hasici", "Vybavené jednotky", "jednotek", "Hasičská zbrojnice", "Cisterna pro jednotku obce", "Varovný systém obyvatel", "Cvičiště složek", "Kamerový systém", "Kurzy první pomoci"),
        new("regionalni", "kap-18", 1, 12, "mikroregion", "Pořízené dokumenty", "dokumentů", "Územní studie", "Strategie mikroregionu", "Digitální model území", "Studie veřejných prostranství", "Plán městské mobility", "Databáze rozvojových ploch"),
        new("", "kap-18", 2, 50, "", "Výstupy", "kusů", "Rozvojový projekt", "Studie proveditelnosti", "Obnova veřejné budovy", "Nové zařízení pro veřejnost"),
    ];

    /// <summary>The theme of an area; the one for any when none names it.</summary>
    public static SampleTheme Of(string area) =>
        All.First(t => Folding.Fold(area).StartsWith(t.Word, StringComparison.Ordinal));
}
