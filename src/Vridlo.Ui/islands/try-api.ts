// <v-try-api>: shows the answer of a form below it instead of leaving the page. Without it the forms lead to the answer.
class TryApi extends HTMLElement {
  connectedCallback() {
    this.addEventListener("submit", event => {
      const form = event.target as HTMLFormElement;
      const button = (event as SubmitEvent).submitter as HTMLButtonElement | null;
      if (button?.name === "format") return;
      event.preventDefault();
      void this.ask(form);
    });
  }

  private async ask(form: HTMLFormElement) {
    const shown = form.nextElementSibling instanceof HTMLOutputElement ? form.nextElementSibling : this.place(form);
    const address = this.address(form);
    shown.textContent = this.dataset.waiting ?? "";
    try {
      const began = performance.now();
      const answer = await fetch(address, { headers: { Accept: "application/json" } });
      const body = await answer.text();
      const took = Math.round(performance.now() - began);
      const line = document.createElement("p");
      line.className = "v-op__line";
      const link = document.createElement("a");
      link.href = link.textContent = address;
      line.append(`${answer.status} · ${took} ms · `, link);
      const text = document.createElement("pre");
      text.tabIndex = 0;
      text.textContent = this.indented(body);
      shown.replaceChildren(line, text);
    } catch {
      shown.textContent = this.dataset.failed ?? "";
    }
  }

  private place(form: HTMLFormElement) {
    const shown = document.createElement("output");
    shown.className = "v-op__answer";
    form.after(shown);
    return shown;
  }

  private address(form: HTMLFormElement) {
    let path = form.dataset.path ?? "";
    const query = new URLSearchParams();
    for (const input of form.querySelectorAll<HTMLInputElement>("input[data-in]")) {
      if (input.dataset.in === "path") path = path.replace(`{${input.name}}`, encodeURIComponent(input.value));
      else if (input.value) query.set(input.name, input.value);
    }
    const asked = query.toString();
    return asked ? `${path}?${asked}` : path;
  }

  private indented(body: string) {
    try {
      return JSON.stringify(JSON.parse(body), null, 2);
    } catch {
      return body;
    }
  }
}

customElements.define("v-try-api", TryApi);
