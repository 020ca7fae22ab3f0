using Vridlo.Base;

namespace Vridlo.Statements;

/// <summary>Reads fields of a form one after the other and gathers what is wrong with them.</summary>
internal sealed class FieldsRead
{
    private readonly List<Problem> problems = [];

    public IReadOnlyList<Problem> Problems => problems;

    public void When(bool wrong, string code, string field, params IReadOnlyList<object> arguments)
    {
        if (wrong)
        {
            problems.Add(Problem.Invalid(code, field, arguments));
        }
    }

    public void Needed(string text, string code, string field) => When(string.IsNullOrWhiteSpace(text), code, field);

    /// <summary>A text of so many characters at most.</summary>
    public void Text(string text, string field, int longest, bool optional = false)
    {
        When(!optional && string.IsNullOrWhiteSpace(text), "statements.field-missing", field);
        When(text.Trim().Length > longest, "statements.text-long", field, longest);
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
