// <v-outline> around the form of a draft's outline: rows are moved by dragging, and gone through and moved by the keyboard.
// Without it the buttons of each row do the same.

class Outline extends HTMLElement {
  private dragged: HTMLLIElement | undefined;

  connectedCallback(): void {
    this.addEventListener("keydown", event => this.key(event));
    this.addEventListener("dragstart", event => this.start(event));
    this.addEventListener("dragover", event => this.over(event));
    this.addEventListener("drop", event => this.drop(event));
    this.addEventListener("dragend", () => { this.dragged = undefined; this.mark(); });
    if (location.hash.startsWith("#n-")) this.open(document.getElementById(location.hash.slice(1)));
  }

  private rows(): HTMLLIElement[] {
    return [...this.querySelectorAll("li")].filter(row => row.offsetParent !== null);
  }

  /** Opens what is above a row and gives its link the focus, after a move has led back to it. */
  private open(link: HTMLElement | null): void {
    for (let above = link?.parentElement; above; above = above.parentElement) if (above instanceof HTMLDetailsElement) above.open = true;
    link?.focus();
  }

  private key(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    const row = target.closest("li");
    if (!row || target.closest("summary, button") || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      row.querySelector<HTMLButtonElement>(`:scope > .v-outline__row button[value^="${event.key === "ArrowUp" ? "up" : "down"}."]`)?.click();
    } else if (event.altKey) {
      return; // Alt and an arrow to the side is the browser's own way back.
    } else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      const rows = this.rows();
      const next = rows[rows.indexOf(row) + (event.key === "ArrowDown" ? 1 : -1)];
      if (next) { event.preventDefault(); next.querySelector("a")?.focus(); }
    } else if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
      const below = row.querySelector<HTMLDetailsElement>(":scope > details");
      if (below && below.open !== (event.key === "ArrowRight")) { event.preventDefault(); below.open = !below.open; }
      else if (event.key === "ArrowLeft") row.parentElement?.closest("li")?.querySelector("a")?.focus();
    }
  }

  private start(event: DragEvent): void {
    const line = (event.target as HTMLElement).closest<HTMLElement>(".v-outline__row[draggable]");
    if (!line) return;
    this.dragged = line.closest("li") ?? undefined;
    event.dataTransfer?.setData("text/plain", this.dragged?.dataset["node"] ?? "");
  }

  /** Where a drop would put the dragged row: before the row, after it, or below it as its child. */
  private place(event: DragEvent): { row: HTMLLIElement; where: "before" | "after" | "in" } | undefined {
    const row = (event.target as HTMLElement).closest("li");
    const line = row?.querySelector<HTMLElement>(":scope > .v-outline__row")?.getBoundingClientRect();
    if (!row || !line || !this.dragged || this.dragged.contains(row)) return undefined;
    const share = (event.clientY - line.top) / line.height;
    const alike = row.dataset["kind"] === this.dragged.dataset["kind"];
    return { row, where: alike ? (share < 0.5 ? "before" : "after") : "in" };
  }

  private over(event: DragEvent): void {
    const place = this.place(event);
    this.mark(place);
    if (place) event.preventDefault();
  }

  private mark(place?: { row: HTMLLIElement; where: string }): void {
    for (const row of this.querySelectorAll<HTMLElement>("li[data-drop]")) delete row.dataset["drop"];
    if (place) place.row.dataset["drop"] = place.where;
  }

  private drop(event: DragEvent): void {
    const place = this.place(event);
    const moved = this.dragged;
    if (!place || !moved) return;
    event.preventDefault();
    const next = place.row.nextElementSibling as HTMLElement | null;
    const before = place.where === "before" ? place.row : place.where === "after" ? next : undefined;
    const parent = place.where === "in" ? place.row.dataset["node"] : place.row.dataset["parent"];
    this.send({ node: moved.dataset["node"], version: moved.dataset["version"], parent, before: before?.dataset["node"] });
  }

  private send(fields: Record<string, string | undefined>): void {
    const form = this.querySelector("form");
    if (!form) return;
    for (const [name, value] of Object.entries(fields)) (form.elements.namedItem(name) as HTMLInputElement).value = value ?? "";
    const status = document.createElement("p");
    status.role = "status";
    status.textContent = this.dataset["moved"] ?? "";
    this.prepend(status);
    form.submit();
  }
}

customElements.define("v-outline", Outline);
