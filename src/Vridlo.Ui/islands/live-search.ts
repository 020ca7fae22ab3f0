// <v-live-search> around a search form: shows what would be found as one types, by the ARIA pattern of a combobox with a list.
// Without it the form works as it stands.

type Marked = { text: string; marks: { start: number; length: number }[] };
type Hit = { kindName: string; code: string | null; title: Marked; snippet: Marked | null; address: string; language: string };
type Answer = { hits: Hit[] };

const pause = 120;

class LiveSearch extends HTMLElement {
  private input!: HTMLInputElement;
  private list!: HTMLUListElement;
  private active = -1;
  private timer = 0;
  private asking: AbortController | undefined;

  connectedCallback(): void {
    const input = this.querySelector("input");
    if (!input || this.list) return;
    this.input = input;
    this.list = document.createElement("ul");
    this.list.id = `${input.id}-list`;
    this.list.role = "listbox";
    this.list.ariaLabel = this.dataset["label"] ?? "";
    this.list.hidden = true;
    this.append(this.list);
    const combobox = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id };
    for (const [name, value] of Object.entries(combobox)) input.setAttribute(name, value);
    input.addEventListener("input", () => this.soon());
    input.addEventListener("keydown", event => this.key(event));
    input.addEventListener("focus", () => { if (this.list.children.length > 0) this.open(true); });
    this.addEventListener("focusout", event => { if (!this.contains(event.relatedTarget as Node | null)) this.open(false); });
  }

  disconnectedCallback(): void {
    clearTimeout(this.timer);
    this.asking?.abort();
  }

  private soon(): void {
    clearTimeout(this.timer);
    this.asking?.abort();
    if (this.input.value.trim() === "") return this.show([]);
    this.timer = window.setTimeout(() => void this.ask(this.input.value), pause);
  }

  private async ask(typed: string): Promise<void> {
    this.asking = new AbortController();
    const query = new URLSearchParams({ q: typed, lang: document.documentElement.lang, limit: "8", prefix: "true" });
    try {
      const response = await fetch(`${this.dataset["source"]}?${query}`, { signal: this.asking.signal, headers: { Accept: "application/json" } });
      if (response.ok) this.show(((await response.json()) as Answer).hits);
    } catch (error) {
      // A newer question has taken over, or there is no connection: the form still works.
      if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
    }
  }

  private show(hits: Hit[]): void {
    this.list.replaceChildren(...hits.map((hit, i) => this.option(hit, i)));
    this.open(hits.length > 0 && this.contains(document.activeElement));
  }

  private option(hit: Hit, index: number): HTMLLIElement {
    const option = document.createElement("li");
    option.id = `${this.list.id}-${index}`;
    option.role = "option";
    option.ariaSelected = "false";
    const kind = document.createElement("small");
    kind.textContent = [hit.kindName, hit.code].filter(Boolean).join(" ");
    const title = document.createElement("span");
    title.lang = hit.language;
    title.append(...pieces(hit.title.text ? hit.title : hit.snippet ?? hit.title));
    option.append(kind, title);
    option.addEventListener("click", () => location.assign(hit.address));
    // The field keeps the focus, so the list does not close before the press is done.
    option.addEventListener("mousedown", event => event.preventDefault());
    return option;
  }

  private open(open: boolean): void {
    this.list.hidden = !open;
    this.input.setAttribute("aria-expanded", String(open));
    this.choose(-1);
  }

  private choose(index: number): void {
    this.active = index;
    for (const [i, option] of [...this.list.children].entries()) {
      option.ariaSelected = String(i === index);
      if (i === index) option.scrollIntoView({ block: "nearest" });
    }
    const chosen = this.list.children[index];
    if (chosen) this.input.setAttribute("aria-activedescendant", chosen.id);
    else this.input.removeAttribute("aria-activedescendant");
  }

  private key(event: KeyboardEvent): void {
    const count = this.list.children.length;
    if (event.key === "Escape" && !this.list.hidden) {
      event.preventDefault();
      this.open(false);
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && count > 0) {
      event.preventDefault();
      if (this.list.hidden) this.open(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      // Past either end the choice returns to what was typed.
      this.choose(this.active === -1 && step === -1 ? count - 1 : this.active + step >= count ? -1 : this.active + step);
    } else if (event.key === "Enter" && !event.isComposing && !this.list.hidden && this.active >= 0) {
      event.preventDefault();
      (this.list.children[this.active] as HTMLElement).click();
    }
  }
}

function* pieces({ text, marks }: Marked): Generator<Node> {
  let at = 0;
  for (const { start, length } of marks) {
    yield document.createTextNode(text.slice(at, start));
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, at = start + length);
    yield mark;
  }
  yield document.createTextNode(text.slice(at));
}

customElements.define("v-live-search", LiveSearch);
