using Vridlo.Alignment.Deciding;
using Vridlo.Base;

namespace Vridlo.Alignment.Api;

/// <summary>A confirmed alignment.</summary>
internal sealed record DecisionAnswer(string From, Localized? FromTitle, string To, Localized? ToTitle, Verdict Verdict, string Why, DateTimeOffset DecidedAt);

/// <summary>What the texts suggest and nobody has decided, the likeliest first.</summary>
internal sealed record ProposalsAnswer(IReadOnlyList<ProposalAnswer> Rows, int Count);

/// <summary>Two nodes whose texts share telling words, in each language in which they do.</summary>
internal sealed record ProposalAnswer(
    string From, Localized? FromTitle, string To, Localized? ToTitle, double Likeness, IReadOnlyDictionary<string, IReadOnlyList<string>> SharedWords);

/// <summary>What supports nothing, and what nothing supports.</summary>
internal sealed record GapsAnswer(IReadOnlyList<NodeAnswer> SupportNothing, IReadOnlyList<NodeAnswer> Unserved);

/// <summary>A node.</summary>
internal sealed record NodeAnswer(string Code, Localized? Title);

/// <summary>Decisions to be written, all or none.</summary>
internal sealed record DecideAnswer(IReadOnlyList<DecideOne> Decisions);

/// <summary>One decision: without verdict what was decided is taken back. Version is that of the decision that was seen, 0 when there was none.</summary>
internal sealed record DecideOne(string From, string To, Verdict? Verdict = null, string Why = "", int Version = 0);

/// <summary>How many decisions were written.</summary>
internal sealed record DecidedAnswer(int Decided);
