/** Lets traffic pass while open and holds it while closed. */
export class Gate {
  #opened: Promise<void> | undefined;
  #open: () => void = () => {};

  close(): void {
    this.#opened ??= new Promise((resolve) => {
      this.#open = resolve;
    });
  }

  open(): void {
    this.#open();
    this.#opened = undefined;
  }

  async pass(): Promise<void> {
    // Closed again while we waited: wait again.
    while (this.#opened) await this.#opened;
  }
}
