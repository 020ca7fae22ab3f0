namespace Vridlo.Ui;

/// <summary>Marks a page that uses the whole width (matrix, map).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WideAttribute : Attribute;
