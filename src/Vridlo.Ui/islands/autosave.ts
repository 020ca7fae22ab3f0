// <v-autosave> around a form: saves what is typed to the server by itself, says when, and loses nothing meanwhile: what could not be
// saved stays in the window (sessionStorage) and is tried again. Passwords and files are never taken. Without it the form only sends.

type Copy = { writer: string; id: string; tab: string; turn: number; seen: number; basis: string; fields: [string, string][]; since: string };
type Answer = { id: string; number: number; sent?: true; at: string; others: { id: string; at: string }[] };

const pause = 1500;
const patience = [5_000, 10_000, 20_000, 40_000, 60_000];
// Browsers finish no larger request after the page has gone.
const largestLeaving = 60_000;

class Autosave extends HTMLElement {
  private form!: HTMLFormElement;
  private line!: HTMLElement;
  private timer = 0;
  private turn = 0;
  private failures = 0;
  private saved = "";
  private busy = false;
  private over = false;
  private told = new Set<string>();

  connectedCallback(): void {
    const form = this.querySelector<HTMLFormElement>(":scope > form");
    const line = this.querySelector<HTMLElement>(":scope > [role=status]");
    if (!form || !line || this.form) return;
    [this.form, this.line] = [form, line];
    this.saved = "sent" in this.dataset ? "" : JSON.stringify(this.typed());
    form.addEventListener("input", () => this.soon(pause));
    form.addEventListener("change", () => this.soon(pause));
    form.addEventListener("focusout", () => this.soon(0));
    form.addEventListener("submit", event => { if (!event.defaultPrevented) this.submitted(); });
    window.addEventListener("pagehide", () => void this.save(true));
    window.addEventListener("pageshow", event => { if (event.persisted) this.over = false; });
    window.addEventListener("online", () => this.soon(0));
    document.addEventListener("visibilitychange", () => { if (document.hidden) void this.save(true); });
    void this.rescue();
    if ("sent" in this.dataset) this.soon(pause);
  }

  private get copyName(): string { return `vridlo-typed:${this.dataset["key"]}`; }

  private typed(): [string, string][] {
    const secret = new Set([...this.form.querySelectorAll<HTMLInputElement>("input[type=password]")].map(input => input.name));
    return [...new FormData(this.form)].filter((field): field is [string, string] => typeof field[1] === "string" && !field[0].startsWith("_") && !secret.has(field[0]));
  }

  private soon(after: number): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.save(false), after);
  }

  private submitted(): void {
    if (JSON.stringify(this.typed()) !== this.saved) this.remember(this.copy(this.typed()));
    this.over = true;
    clearTimeout(this.timer);
  }

  private copy(fields: [string, string][]): Copy {
    const d = this.dataset;
    return { writer: d["writer"]!, id: d["id"]!, tab: d["tab"]!, turn: ++this.turn, seen: Number(d["seen"]), basis: d["basis"] ?? "", since: d["since"]!, fields };
  }

  private async save(leaving: boolean): Promise<void> {
    clearTimeout(this.timer);
    const fields = this.typed();
    const text = JSON.stringify(fields);
    if (this.over || text === this.saved) return;
    if (this.busy && !leaving) return this.soon(pause);
    const copy = this.copy(fields);
    this.remember(copy);
    this.busy = true;
    try {
      await this.answered(await this.send(copy, leaving), text);
    } catch (error) {
      if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
      this.retry("failed");
    } finally {
      this.busy = false;
    }
  }

  private send(copy: Copy, leaving: boolean): Promise<Response> {
    const d = this.dataset;
    const body = new Blob([JSON.stringify({ ...copy, key: d["key"], form: d["form"], path: d["path"], title: document.title })], { type: "application/json" });
    return fetch(d["save"]!, {
      method: "POST", body, redirect: "manual", keepalive: leaving && body.size < largestLeaving,
      headers: { Accept: "application/json", RequestVerificationToken: d["token"]! }, signal: AbortSignal.timeout(30_000),
    });
  }

  private async answered(response: Response, text: string): Promise<void> {
    if (response.ok) {
      const answer = (await response.json()) as Answer;
      if (answer.sent) {
        // The form has been accepted, and somebody types on in what the browser has kept of its page.
        this.goOn(answer.id, 0);
        return this.soon(pause);
      }
      this.saved = text;
      this.failures = 0;
      this.goOn(answer.id, answer.number);
      sessionStorage.removeItem(this.copyName);
      this.say(this.dataset["saved"]!.replace("{0}", answer.at), false);
      for (const other of answer.others) this.tell(other, "other", "show");
    } else if (response.status === 413 || response.status === 422) {
      this.say(((await response.json()) as { said: string }).said, true);
    } else {
      this.retry(response.type === "opaqueredirect" ? "signedOut" : response.status >= 500 || response.status === 429 || response.status === 409 ? "failed" : "refused");
    }
  }

  private goOn(id: string, number: number): void {
    this.dataset["id"] = id;
    this.dataset["seen"] = String(number);
    for (const [name, value] of [["_typed", id], ["_seen", String(number)]] as const) {
      const field = this.form.elements.namedItem(name);
      if (field instanceof HTMLInputElement) field.value = value;
    }
  }

  private retry(why: string): void {
    this.say(this.dataset[why] ?? "", true);
    this.soon(patience[Math.min(this.failures++, patience.length - 1)]!);
  }

  private say(text: string, bad: boolean): void {
    if (this.line.textContent !== text) this.line.textContent = text;
    this.line.toggleAttribute("data-bad", bad);
  }

  private remember(copy: Copy): void {
    try {
      sessionStorage.setItem(this.copyName, JSON.stringify(copy));
    } catch {
      // The window's own memory is full or closed; the server still gets it.
    }
  }

  // What this window could not save before it was loaded anew is saved now, and offered.
  private async rescue(): Promise<void> {
    const kept = sessionStorage.getItem(this.copyName);
    if (!kept) return;
    const copy = JSON.parse(kept) as Copy;
    if (copy.writer !== this.dataset["writer"] || copy.tab === this.dataset["tab"]) return sessionStorage.removeItem(this.copyName);
    try {
      const response = await this.send({ ...copy, turn: copy.turn + 1 }, false);
      if (response.ok) {
        const answer = (await response.json()) as Answer;
        if (!answer.sent && answer.id !== this.dataset["id"]) this.tell({ id: answer.id, at: answer.at }, "offer", "goOn");
      }
      if (response.ok) sessionStorage.removeItem(this.copyName);
    } catch (error) {
      if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
    }
  }

  private tell(other: { id: string; at: string }, text: string, link: string): void {
    if (this.told.has(other.id) || document.querySelector(`a[href*="typed=${other.id}"]`)) return;
    this.told.add(other.id);
    const told = document.createElement("div");
    told.className = "gov-message v-typed";
    told.dataset["color"] = "warning";
    told.setAttribute("role", "status");
    const line = document.createElement("p");
    const to = new URL(location.href);
    to.searchParams.set("typed", other.id);
    const anchor = document.createElement("a");
    anchor.href = to.pathname + to.search;
    anchor.textContent = this.dataset[link]!;
    line.append(this.dataset[text]!.replace("{0}", other.at), " ", anchor);
    told.append(line);
    this.before(told);
  }
}

customElements.define("v-autosave", Autosave);
export {};
