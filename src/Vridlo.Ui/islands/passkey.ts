// <v-passkey> around a form with a hidden field "credential": makes or shows a passkey when the form is sent, and sends what the
// browser answers (WebAuthn level 3). Hidden where the browser knows no passkeys.

class Passkey extends HTMLElement {
  private busy = false;

  connectedCallback(): void {
    const form = this.querySelector("form");
    if (!form || !window.PublicKeyCredential?.parseRequestOptionsFromJSON) return;
    this.hidden = false;
    form.addEventListener("submit", event => {
      if ((form.elements.namedItem("credential") as HTMLInputElement).value !== "") return;
      event.preventDefault();
      if (!this.busy) void this.ask(form);
    });
  }

  private async ask(form: HTMLFormElement): Promise<void> {
    this.busy = true;
    try {
      const response = await fetch(this.dataset["options"] ?? "", { method: "POST", headers: { Accept: "application/json" } });
      if (!response.ok) throw new Error(String(response.status));
      const credential = await this.credential(await response.json());
      if (!credential) throw new Error("none");
      (form.elements.namedItem("credential") as HTMLInputElement).value = JSON.stringify(credential);
      form.requestSubmit();
    } catch {
      this.say(this.dataset["failed"] ?? "");
    } finally {
      this.busy = false;
    }
  }

  private credential(options: PublicKeyCredentialCreationOptionsJSON & PublicKeyCredentialRequestOptionsJSON): Promise<Credential | null> {
    return this.dataset["mode"] === "create"
      ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  }

  private say(text: string): void {
    const line = this.querySelector("[role=alert]") ?? this.appendChild(document.createElement("p"));
    line.setAttribute("role", "alert");
    line.className = "gov-form-message";
    line.textContent = text;
  }
}

customElements.define("v-passkey", Passkey);
