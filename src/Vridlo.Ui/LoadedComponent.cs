using Microsoft.AspNetCore.Components;

namespace Vridlo.Ui;

/// <summary>
/// A component that is first shown when it has what it shows. Blazor would show it at its first wait as well, half loaded, and begin with
/// the components inside, which then ask the database at the same time as it does; whether that happens depends on how soon the database answers.
/// </summary>
public abstract class LoadedComponent : ComponentBase, IHandleEvent
{
    private bool begun;

    [Inject]
    private Sight Sight { get; set; } = null!;

    /// <inheritdoc/>
    /// <remarks>
    /// One that fails, or leads elsewhere, at once does so when those around it have been made: Blazor would leave what stands around it
    /// half made, and when it writes that page its renderer goes round in circles until the stack is used up
    /// (https://github.com/dotnet/aspnetcore/issues/69035).
    /// </remarks>
    public override Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        var showing = Show();
        return showing.IsFaulted ? Later(showing) : showing;
    }

    private static async Task Later(Task failed)
    {
        await Task.Yield();
        await failed;
    }

    private async Task Show()
    {
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
        await Sight.Open();
        StateHasChanged();
    }

    /// <summary>Loads what is only looked at; in a page that has been sent a form not before the form has been refused.</summary>
    protected Task WhenSeen(Func<Task> load) => Sight.WhenSeen(load, StateHasChanged);
}
