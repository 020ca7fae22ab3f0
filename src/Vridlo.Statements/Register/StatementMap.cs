using Microsoft.EntityFrameworkCore;
using Vridlo.Core.Data;
using Vridlo.Core.Publishing;
using Vridlo.Core.Record;
using Vridlo.Statements.About;
using Vridlo.Statements.Letters;

namespace Vridlo.Statements.Register;

/// <summary>The tables. Only what is issued is shown to the public, so only that has a topic.</summary>
internal static class StatementMap
{
    /// <summary>What the record calls an application and an issued statement.</summary>
    public const string Asked = "statements.application", Issued = "statements.statement";

    /// <summary>What it calls that an application is about a project.</summary>
    public const string About = "statements.about";

    public static void Map(ModelBuilder model)
    {
        MapApplication(model);
        MapDecision(model);
        model.Entity<AboutProject>(about =>
        {
            about.ToTable("statements_about").HasKey(a => a.Id);
            about.HasIndex(a => a.InstrumentId);
            about.HasOne<Application>().WithOne().HasForeignKey<AboutProject>(a => a.Id).OnDelete(DeleteBehavior.Restrict);
            about.Recorded(About, Topics.Nodes);
        });
        model.Entity<Statement>(statement =>
        {
            statement.ToTable("statements_statement").HasKey(s => s.Id);
            statement.HasIndex(s => new { s.Year, s.Number }).IsUnique();
            statement.HasIndex(s => s.FullNumber).IsUnique();
            statement.HasIndex(s => new { s.IssuedOn, s.Id });
            statement.HasIndex(s => s.Organisation);
            statement.HasIndex(s => s.Replaces).IsUnique();
            statement.HasOne<Decision>().WithOne().HasForeignKey<Statement>(s => s.Id).OnDelete(DeleteBehavior.Restrict);
            statement.HasOne<StoredFile>().WithMany().HasForeignKey(s => s.LetterFile).OnDelete(DeleteBehavior.Restrict);
            statement.Property(s => s.FullNumber).Names();
            statement.Ignore(s => s.Code);
            statement.Recorded(Issued, Topics.Nodes);
        });
        model.Entity<StoredFile>().ToTable("statements_file").HasKey(f => f.Id);
        model.Entity<Series>().ToTable("statements_series").HasKey(s => new { s.Name, s.Year });
        model.Entity<Template>(template =>
        {
            template.ToTable("statements_template").HasKey(t => t.Number);
            template.Property(t => t.Number).ValueGeneratedNever();
            template.HasOne<StoredFile>().WithMany().HasForeignKey(t => t.FileId).OnDelete(DeleteBehavior.Restrict);
            template.Property(t => t.FileName).Names();
            template.Recorded("statements.template");
        });
    }

    private static void MapApplication(ModelBuilder model)
    {
        model.Entity<Application>(application =>
        {
            application.ToTable("statements_application").HasKey(a => a.Id);
            application.HasIndex(a => a.Number).IsUnique();
            application.HasIndex(a => new { a.Stage, a.Due, a.Id });
            application.HasIndex(a => new { a.Due, a.Id });
            application.HasIndex(a => new { a.Title, a.Id });
            application.HasIndex(a => a.Place);
            application.HasIndex(a => a.Corrects);
            application.Property(a => a.Title).InCzechOrder().Names();
            application.Property(a => a.Version).IsConcurrencyToken();
            application.Ignore(a => a.Code).Ignore(a => a.Described);
            application.Recorded(Asked);
        });
        model.Entity<Contact>(contact =>
        {
            contact.ToTable("statements_contact").HasKey(c => c.Id);
            contact.HasIndex(c => c.MailKey);
            contact.HasOne<Application>().WithOne().HasForeignKey<Contact>(c => c.Id).OnDelete(DeleteBehavior.Restrict);
            contact.Property(c => c.Name).Personal();
            contact.Property(c => c.Mail).Personal();
            contact.Property(c => c.MailKey).Personal();
            contact.Property(c => c.Phone).Personal();
            contact.Recorded("statements.contact");
        });
    }

    private static void MapDecision(ModelBuilder model)
    {
        model.Entity<Decision>(decision =>
        {
            decision.ToTable("statements_decision").HasKey(d => d.Id);
            decision.HasOne<Application>().WithOne().HasForeignKey<Decision>(d => d.Id).OnDelete(DeleteBehavior.Restrict);
            decision.Recorded("statements.decision");
        });
        model.Entity<DecisionNode>(node =>
        {
            node.ToTable("statements_decision_node").HasKey(n => new { n.StatementId, n.NodeId });
            node.HasIndex(n => n.NodeId);
            node.HasOne<Decision>().WithMany().HasForeignKey(n => n.StatementId).OnDelete(DeleteBehavior.Restrict);
            node.Property(n => n.Code).Names();
            node.Recorded("statements.decision.node");
        });
    }
}
