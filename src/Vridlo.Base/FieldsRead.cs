namespace Vridlo.Base;

/// <summary>Reads fields of a form one after the other and gathers what is wrong with them.</summary>
/// <param name="missing">what is said where nothing stands</param>
/// <param name="tooLong">what is said of a text that is too long; <c>{0}</c> is the most characters</param>
public sealed class FieldsRead(string missing, string tooLong)
{
    private readonly List<Problem> problems = [];

    /// <summary>What is wrong with them.</summary>
    public IReadOnlyList<Problem> Problems => problems;

    /// <summary>Says that a field is wrong, when it is.</summary>
    public void When(bool wrong, string code, string field, params IReadOnlyList<object> arguments)
    {
        if (wrong)
        {
            problems.Add(Problem.Invalid(code, field, arguments));
        }
    }

    /// <summary>Says so where nothing stands.</summary>
    public void Needed(string text, string code, string field) => When(string.IsNullOrWhiteSpace(text), code, field);

    /// <summary>A text of so many characters at most.</summary>
    public void Text(string text, string field, int longest, bool optional = false)
    {
        When(!optional && string.IsNullOrWhiteSpace(text), missing, field);
        When(text.Trim().Length > longest, tooLong, field, longest);
    }

    /// <summary>The value, or null when nothing was typed or it could not be read.</summary>
    public T? Read<T>(string text, Func<string, Result<T>> read, string field)
        where T : struct
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var result = read(text.Trim());
        problems.AddRange(result.Problems.Select(p => p with { Field = field }));
        return result.Ok ? result.Value : null;
    }
}
