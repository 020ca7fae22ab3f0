// <v-choose-rows> around a table whose rows each hold one group of radio buttons: digits choose in the row that has the focus (0 the
// fourth), up and down go to the next row. Typing into fields is left alone. Without it the radio buttons work as they are.

const order = ["1", "2", "3", "0"];

class ChooseRows extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("keydown", event => this.key(event));
  }

  private key(event: KeyboardEvent): void {
    const target = event.target;
    if (event.ctrlKey || event.altKey || event.metaKey || !(target instanceof HTMLElement)) return;
    if (target instanceof HTMLInputElement && target.type !== "radio") return;
    const row = target.closest("tr");
    if (!row) return;
    const choice = order.indexOf(event.key);
    if (choice >= 0) this.choose(row, choice);
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") this.move(row, event.key === "ArrowDown");
    else return;
    event.preventDefault();
  }

  private choose(row: HTMLTableRowElement, choice: number): void {
    const radio = this.radios(row)[choice];
    if (!radio) return;
    radio.checked = true;
    radio.focus();
  }

  private move(row: HTMLTableRowElement, down: boolean): void {
    const next = down ? row.nextElementSibling : row.previousElementSibling;
    if (!(next instanceof HTMLTableRowElement)) return;
    const radios = this.radios(next);
    (radios.find(r => r.checked) ?? radios[0])?.focus();
  }

  private radios(row: HTMLTableRowElement): HTMLInputElement[] {
    return [...row.querySelectorAll<HTMLInputElement>("input[type=radio]")];
  }
}

customElements.define("v-choose-rows", ChooseRows);
