namespace Vridlo.Web.Tests.BadInput;

/// <summary>
/// Strings that break programs, some of a kind together, so that few requests carry many. Each that can be kept stands between two marks,
/// by which it is known again wherever a page shows it.
/// </summary>
public static class Naughty
{
    /// <summary>What would run if it got into a page as it is; <c>vxrun</c> tells it from scripts of our own.</summary>
    private const string Scripts =
        """<script>vxrun()</script><ScRiPt>vxrun()</sCrIpT>"><img src=x onerror=vxrun()>'><svg/onload=vxrun()></textarea></title></style></select><script>vxrun(1)</script>""" +
        """<a href="javascript:vxrun()">a</a><iframe srcdoc="<script>vxrun()</script>"></iframe><!--<img src="--><img src=x onerror=vxrun()//">]]><?php vxrun() ?><% vxrun %>&lt;script&gt;&#60;b&#62;{{vxrun}}${vxrun}@vxrun `vxrun`""";

    private const string Markdown = "[a](javascript:vxrun()) [b](data:text/html,<script>vxrun()</script>) ![c](x\" onerror=\"vxrun()) **<i onclick=vxrun()>d</i>** [e]: javascript:vxrun() <javascript:vxrun()> | # 1. - * ``` ~~~";
    private const string Sql = "' OR 1=1 --; DROP TABLE access_person; \" ') UNION SELECT * FROM people_account/* \\' \\\" %' _ % [a-z] ;-- NULL null N'x' $1 @p0 ? :a \"\" '' `";
    private const string Paths = "../../../../etc/passwd ..\\..\\windows\\win.ini /dev/zero file:///etc/passwd C:\\CON NUL AUX.txt ~/.ssh %2e%2e%2f ....// //evil.example/ \\\\host\\share .htaccess a/b/../c";
    private const string Formats = "%s%n%x%d {0} {1:N} {{}} {9999999} ${jndi:ldap://x} #{1} $(id) `id` |id ;id &id %%20 %00 \\u0000 \\x00 \\0 =1+1 @SUM(A1) -2+3 +cmd|' /C calc'!A0";
    private const string Scripted = "Příliš žluťoučký kůň úpěl ďábelské ódy ß ẞ ŉ ǅ ﬁ İ ı ĳ Straße ch CH Ch ř̌ e\u0301 A\u030A ΑΒΓς привет 中文漢字 日本語 한국어 العربية עברית हिन्दी ไทย";
    private const string Invisible = "\u202Ertl\u202C \u2066iso\u2069 \u200Fa\u200E zero\u200Bwidth\u200C\u200D joiner\uFEFF bom \u00ADsoft \u2028line\u2029para \u0085next \u00A0nbsp\u3000wide \uFFFE\uFFFF \uFFF9x\uFFFB \u115F \u180E";
    private const string Emoji = "😀 👩‍👩‍👧‍👦 🏳️‍🌈 🇨🇿 👍🏿 ⚠️ 1️⃣ 𝒳 𠜎 \U0010FFFF Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!";
    private const string Headers = "a\r\nSet-Cookie: vxrun=1\r\nLocation: //evil.example\r\n\r\n<b>b</b>\tc\n\nd\r\n";
    private const string Controls = "a\u0001b\u0007c\u0008d\u000Be\u000Cf\u001B[31mg\u007Fh\u0080i";

    /// <summary>Those that stand for numbers, dates, truths and nothing, one at a time: fields take only the whole.</summary>
    public static IReadOnlyList<string> Values { get; } =
    [
        "", " ", "0", "-1", "2147483648", "-9223372036854775809", "99999999999999999999999999", "1e309", "NaN", "Infinity", "0x10", "1,5", "1.5", "١٢٣", "½",
        "2026-02-30", "0000-00-00", "9999-12-31", "-0001-01-01", "29. 2. 2027", "24:60", "true", "null", "undefined", "[object Object]",
        "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "🇨🇿", "a@b", "javascript:vxrun()", "//evil.example", "/\\evil.example",
        "eyJhIjoxfQ", "WyJ0aXRsZSIsImEiLCIwIl0", "WyJ0aXRsZSIsbnVsbCwiMSJd", "-", "--", "-id", "+", "*", "?", "#", "%", "%zz", "\"", "'", "\\",
    ];

    /// <summary>Those that a field of text should take or refuse in words.</summary>
    public static IReadOnlyList<string> Texts { get; } =
        [.. new[] { Scripts, Markdown, Sql, Paths, Formats, Scripted, Invisible, Emoji, Headers, Controls, "a\0b" }.Select((text, i) => $"vx{i}a{text}vx{i}z")];

    /// <summary>Larger than any field should be.</summary>
    public static string Large { get; } = new('ž', 1024 * 1024);

    /// <summary>What is no UTF-8, as it stands in an address or a form: lone surrogates, cut and overlong sequences.</summary>
    public static IReadOnlyList<string> Broken { get; } = ["%ED%A0%80", "%ED%BF%BFa", "%FF%FE", "%C0%AF", "%E2%82", "%F4%90%80%80", "%u0041", "%"];

    /// <summary>As it stands in an address.</summary>
    public static string Escaped(string text) => Uri.EscapeDataString(text);
}
