namespace Vridlo.Documents.Tests;

/// <summary>Small documents in the layouts that regions and towns use, each with the tree that a reader sees in it.</summary>
public class Layouts
{
    [Fact]
    public void Numbered_outline_between_other_chapters()
    {
        var read = Samples.ReadText("""
            ROZVOJOVÝ PROGRAM OBCE HORNÍ LHOTA
            na období 2025–2030

            1. ÚVOD
            Obec Horní Lhota leží v podhůří. Program vznikl ve spolupráci s občany.

            2. ANALÝZA
            2.1 Obyvatelstvo
            Počet obyvatel roste.
            2.2 Hospodářství
            - dva velcí zaměstnavatelé
            - mnoho živnostníků

            3. VIZE
            Horní Lhota je místem pro klidný život.

            4. CÍLE A OPATŘENÍ
            4.1 Dopravní infrastruktura
            Cíl: Bezpečné a udržované komunikace.
            Opatření:
            4.1.1 Oprava místních komunikací
            - oprava ulice Školní
            - oprava mostu přes potok
            4.1.2 Chodníky
            - chodník k zastávce
            4.2 Školství
            Cíl: Kvalitní vzdělávání.
            Opatření:
            4.2.1 Základní škola
            - zateplení budovy

            5. IMPLEMENTACE
            Za realizaci odpovídá rada obce.
            - každoroční vyhodnocení
            """);
        Expect(read, """
            vision HORNÍ LHOTA JE MÍSTEM PRO KLIDNÝ ŽIVOT
            area DOPRAVNÍ INFRASTRUKTURA
              measure OPRAVA MÍSTNÍCH KOMUNIKACÍ
                activity OPRAVA ULICE ŠKOLNÍ
                activity OPRAVA MOSTU PŘES POTOK
              measure CHODNÍKY
                activity CHODNÍK K ZASTÁVCE
            area ŠKOLSTVÍ
              measure ZÁKLADNÍ ŠKOLA
                activity ZATEPLENÍ BUDOVY
            """);
        Assert.Equal(["V", "4.1", "4.1.1", "4.1.1.1", "4.1.1.2", "4.1.2", "4.1.2.1", "4.2", "4.2.1", "4.2.1.1"], read.All().Select(node => node.Code));
    }

    [Fact]
    public void Roman_fields_with_bold_list_items_as_measures() => Expect(Samples.ReadText("""
        # Entwicklungskonzept Musterstadt 2035

        ## Vorwort
        Liebe Bürgerinnen und Bürger, ...

        ## Leitbild
        Musterstadt ist lebenswert.

        ## Oberziele
        1. Lebensqualität sichern
        2. Wirtschaft stärken

        ## Handlungsfelder

        ### I. Wohnen und Leben
        **Zielbild:** Alle finden bezahlbaren Wohnraum.

        #### Maßnahmen
        1. **Neubau fördern**
           - Bauland ausweisen
        2. **Bestand sanieren**
           - Förderprogramm auflegen

        ### II. Verkehr

        #### Maßnahmen
        1. **Radwege ausbauen**
           - Ringroute
        2. **Bus verdichten**

        ## Was uns gelungen ist
        ### Wohnen
        - 100 neue Wohnungen
        """, "konzept.md"), """
        vision MUSTERSTADT IST LEBENSWERT
        goal LEBENSQUALITÄT SICHERN
        goal WIRTSCHAFT STÄRKEN
        area WOHNEN UND LEBEN
          measure NEUBAU FÖRDERN
            activity BAULAND AUSWEISEN
          measure BESTAND SANIEREN
            activity FÖRDERPROGRAMM AUFLEGEN
        area VERKEHR
          measure RADWEGE AUSBAUEN
            activity RINGROUTE
          measure BUS VERDICHTEN
        heading WOHNEN
          achievement 100 NEUE WOHNUNGEN
        """);

    [Fact]
    public void Nested_lists_without_any_word_for_what_they_are() => Expect(Samples.ReadText("""
        # Our Town Plan

        ## Getting around
        - Better buses
          - Extend route 5
          - Evening services
        - Safer cycling
          - Protected lanes

        ## Living well
        - Healthy food
          - Community gardens

        ## How this plan was made
        - Workshops
        - Survey
        """, "plan.md"), """
        area GETTING AROUND
          measure BETTER BUSES
            activity EXTEND ROUTE 5
            activity EVENING SERVICES
          measure SAFER CYCLING
            activity PROTECTED LANES
        area LIVING WELL
          measure HEALTHY FOOD
            activity COMMUNITY GARDENS
        """);

    [Fact]
    public void Rows_of_a_table_with_the_area_in_its_first_row_only() => Expect(Samples.ReadText("""
        # Regional Plan

        | Priority | Measure | Activities | Owner |
        |---|---|---|---|
        | 1 Economy | 1.1 Business support | Advice; Grants | Dept A |
        |  | 1.2 Skills | Training<br>Apprenticeships | Dept B |
        | 2 Environment | 2.1 Water | Monitoring of rivers | Dept C |
        """, "plan.md"), """
        area ECONOMY
          measure BUSINESS SUPPORT
            activity ADVICE
            activity GRANTS
          measure SKILLS
            activity TRAINING
            activity APPRENTICESHIPS
        area ENVIRONMENT
          measure WATER
            activity MONITORING OF RIVERS
        """);

    [Fact]
    public void Activities_within_the_sentence() => Expect(Samples.ReadText("""
        Priorita 1 - Doprava

        Opatření 1.1 Silnice II. a III. třídy
        V rámci opatření budou opravovány silnice. Kraj má 2000 km silnic.
        Aktivity: rekonstrukce povrchů; opravy mostů; obchvaty obcí

        Opatření 1.2 Železnice
        Aktivity: modernizace stanic; nové zastávky
        """), """
        area DOPRAVA
          measure SILNICE II. A III. TŘÍDY
            activity REKONSTRUKCE POVRCHŮ
            activity OPRAVY MOSTŮ
            activity OBCHVATY OBCÍ
          measure ŽELEZNICE
            activity MODERNIZACE STANIC
            activity NOVÉ ZASTÁVKY
        """);

    [Fact]
    public void Lists_of_indicators_and_owners_are_no_activities()
    {
        var read = Samples.ReadText("""
            # Program rozvoje Kraje Říp

            **Vize:** Kraj Říp je srdcem země.

            ## Prioritní osa 1: Konkurenceschopný kraj

            ### Opatření 1.1: Inovace

            **Aktivity:**
            * inovační vouchery
            * technologický park

            **Indikátory:**
            * počet voucherů

            **Odpovědnost:** odbor rozvoje

            ## Implementace
            ### Řízení
            * řídicí výbor
            """, "program.md");
        Expect(read, """
            vision KRAJ ŘÍP JE SRDCEM ZEMĚ
            area KONKURENCESCHOPNÝ KRAJ
              measure INOVACE
                activity INOVAČNÍ VOUCHERY
                activity TECHNOLOGICKÝ PARK
            """);
        Assert.Contains("počet voucherů", read.All().Single(node => node.Code == "1.1").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_that_no_dictionary_knows_are_told_by_their_coming_again() => Expect(Samples.ReadText("""
        Oblast 1: Voda

        Proč se tím zabýváme
        Voda mizí.

        Dáme se do toho
        - nové tůně
        - čištění potoka

        Oblast 2: Lesy

        Proč se tím zabýváme
        Lesy schnou.

        Dáme se do toho
        - nová výsadba

        Oblast 3: Půda

        Proč se tím zabýváme
        Půda ubývá.

        Dáme se do toho
        - remízky
        """), """
        area VODA
          measure NOVÉ TŮNĚ
          measure ČIŠTĚNÍ POTOKA
        area LESY
          measure NOVÁ VÝSADBA
        area PŮDA
          measure REMÍZKY
        """);

    private static void Expect(ReadProgramme read, string outline)
    {
        Assert.Equal(outline.ReplaceLineEndings("\n") + "\n", Samples.Outline(read.Outline));
        Coverage.Holds(read);
    }
}
