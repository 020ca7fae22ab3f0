// <v-list-keys> around a list: while the focus is in it, arrows or j and k go from row to row, Space chooses, Enter opens, / goes to the
// filter and ? tells all this. Letters work only inside the list and can be switched off (WCAG 2.1.4); Tab leaves as ever.

const setting = "vridlo-list-keys";

class ListKeys extends HTMLElement {
  private help: HTMLElement | undefined;

  connectedCallback(): void {
    this.addEventListener("keydown", event => this.key(event));
  }

  private get rows(): HTMLTableRowElement[] { return [...this.querySelectorAll<HTMLTableRowElement>("tbody tr")]; }

  private get row(): HTMLTableRowElement | undefined {
    return document.activeElement?.closest<HTMLTableRowElement>("v-list-keys tbody tr") ?? undefined;
  }

  private key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target instanceof HTMLSelectElement || (event.target instanceof HTMLInputElement && event.target.type !== "checkbox")) return;
    const letters = localStorage.getItem(setting) !== "off";
    const acts: Record<string, () => boolean> = {
      ArrowDown: () => this.go(1), ArrowUp: () => this.go(-1), Home: () => this.at(0), End: () => this.at(this.rows.length - 1),
      Enter: () => this.enter(event), " ": () => this.choose(event),
      ...(letters ? { j: () => this.go(1), k: () => this.go(-1), "/": () => this.filter() } : {}),
      "?": () => this.tell(),
    };
    if (acts[event.key]?.()) event.preventDefault();
  }

  private go(step: number): boolean {
    const at = this.row ? this.rows.indexOf(this.row) + step : 0;
    return this.at(Math.max(0, Math.min(at, this.rows.length - 1)));
  }

  // The focus is really in the row, on what can be done there; a row without anything gets it itself.
  private at(index: number): boolean {
    const row = this.rows[index];
    if (!row) return false;
    for (const other of this.rows) other.removeAttribute("data-sel");
    row.setAttribute("data-sel", "");
    const target = row.querySelector<HTMLElement>("input[type=checkbox], a[href]") ?? row;
    if (target === row) row.tabIndex = -1;
    target.focus();
    row.scrollIntoView({ block: "nearest" });
    return true;
  }

  private enter(event: KeyboardEvent): boolean {
    if (event.target instanceof HTMLAnchorElement || event.target instanceof HTMLButtonElement) return false;
    const link = this.row?.querySelector<HTMLAnchorElement>("a[href]");
    link?.click();
    return link !== undefined && link !== null;
  }

  private choose(event: KeyboardEvent): boolean {
    const box = this.row?.querySelector<HTMLInputElement>("input[type=checkbox]");
    if (!box || event.target === box || event.target instanceof HTMLButtonElement) return false;
    box.click();
    return true;
  }

  private filter(): boolean {
    const field = document.querySelector<HTMLElement>("form.v-filter :is(input:not([type=hidden]), select)");
    field?.focus();
    return field !== null;
  }

  private tell(): boolean {
    if (this.help) {
      this.help.remove();
      this.help = undefined;
      return true;
    }
    const help = document.createElement("div");
    help.className = "gov-message v-typed";
    help.setAttribute("role", "status");
    const text = document.createElement("p");
    text.textContent = this.dataset["help"] ?? "";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "gov-button";
    button.dataset["type"] = "outlined";
    button.dataset["size"] = "xs";
    const name = (): void => { button.textContent = (localStorage.getItem(setting) === "off" ? this.dataset["on"] : this.dataset["off"]) ?? ""; };
    button.addEventListener("click", () => {
      if (localStorage.getItem(setting) === "off") localStorage.removeItem(setting); else localStorage.setItem(setting, "off");
      name();
    });
    name();
    help.append(text, button);
    this.prepend(help);
    this.help = help;
    return true;
  }
}

customElements.define("v-list-keys", ListKeys);
export {};
