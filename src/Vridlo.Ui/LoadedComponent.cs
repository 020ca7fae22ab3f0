using Microsoft.AspNetCore.Components;

namespace Vridlo.Ui;

/// <summary>
/// A component that is first shown when it has what it shows. Blazor would show it at its first wait as well, half loaded, and begin with
/// the components inside, which then ask the database at the same time as it does; whether that happens depends on how soon the database answers.
/// </summary>
public abstract class LoadedComponent : ComponentBase, IHandleEvent
{
    private bool begun;

    /// <inheritdoc/>
    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (!begun)
        {
            begun = true;
            OnInitialized();
            await OnInitializedAsync();
        }

        OnParametersSet();
        await OnParametersSetAsync();
        StateHasChanged();
    }

    /// <inheritdoc/>
    async Task IHandleEvent.HandleEventAsync(EventCallbackWorkItem item, object? arg)
    {
        await item.InvokeAsync(arg);
        StateHasChanged();
    }
}
