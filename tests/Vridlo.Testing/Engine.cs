namespace Vridlo.Testing;

/// <summary>The engines the system runs on.</summary>
public enum Engine
{
    Sqlite,
    Postgres,
}
