// The box at the top of the editor in which commands, files, lines and answers are asked for.

const attempts = 4;

export class QuickInput {
  #page;

  constructor(page) {
    this.#page = page;
    this.input = page.locator('.quick-input-widget input').first();
  }

  /** What asks for something, by the words of its title, its message or its placeholder. */
  question(text) {
    return this.#page
      .locator('.quick-input-widget', { hasText: text })
      .or(this.#page.locator(`.quick-input-widget input[placeholder*="${text}"]`))
      .first();
  }

  async answer(question, answer) {
    await this.question(question).waitFor();
    await this.input.fill(answer);
    await this.#page.keyboard.press('Enter');
  }

  async command(title) {
    await this.#open('F1', `>${title}`);
    await this.#take(title.split(': ').at(-1));
  }

  async openFile(name) {
    await this.#open('Control+P', name);
    await this.#take(name);
  }

  /** Puts the cursor of the active editor there; both are counted from 1. */
  async goTo(line, column = 1) {
    const arrived = this.#page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column}` });
    await this.#untilItHolds(async () => {
      await this.#open('Control+P', `:${line}:${column}`);
      await this.#page.keyboard.press('Enter');
      await arrived.waitFor({ timeout: 5000 });
    });
  }

  async #open(key, typed) {
    await this.#untilItHolds(async () => {
      await this.#page.keyboard.press(key);
      await this.input.fill(typed, { timeout: 5000 });
    });
  }

  /** Before the list is filtered, the line that Enter takes may be another, of which somebody made use before. */
  async #take(shown) {
    await this.#page.locator('.quick-input-list .monaco-list-row.focused', { hasText: shown }).first().waitFor();
    await this.#page.keyboard.press('Enter');
  }

  /** Whatever takes the focus meanwhile, such as a page that has just been loaded, closes the box again. */
  async #untilItHolds(step) {
    for (let attempt = 1; ; attempt++) {
      try {
        return await step();
      } catch (error) {
        if (attempt === attempts) throw error;
      }
    }
  }
}
