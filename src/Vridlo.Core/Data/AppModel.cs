using Microsoft.EntityFrameworkCore;

namespace Vridlo.Core.Data;

/// <summary>The one model of the database: Core's tables and those of every module of the installation.</summary>
public sealed class AppModel(IReadOnlyList<IModule> modules)
{
    /// <summary>The modules of the installation.</summary>
    public IReadOnlyList<IModule> Modules { get; } = modules;

    internal void Shape(ModelBuilder model, IEngine engine)
    {
        Record.RecordMap.Map(model);
        Access.AccessMap.Map(model);
        Access.FormReceipts.Map(model);
        Programme.ProgrammeMap.Map(model);
        Instruments.InstrumentMap.Map(model);
        Funds.FundsMap.Map(model);
        Organisations.OrganisationMap.Map(model);
        Search.SearchMap.Map(model);
        Places.PlacesMap.Map(model);
        Mail.MailMap.Map(model);
        Jobs.JobMap.Map(model);
        Integrity.IntegrityMap.Map(model);
        Samples.SampleMark.Map(model);
        foreach (var module in Modules)
        {
            module.Model(model);
        }

        engine.Shape(model);
        Conventions.NameColumns(model);
    }
}
