import type { Locator, Page } from 'playwright';

/** A thing on the page by what it is called, as people read it. */
type Name = string | RegExp;

const exactly = (name: Name): { readonly name: Name; readonly exact: boolean } => ({ name, exact: typeof name === 'string' });

/** A label says its setting last: “中文：名称”. How a value is given (“取值方式：公示期”) is another control than the value. */
const endingIn = (name: string): RegExp => new RegExp(`^(?!取值方式)(?:.*：)?\\s*${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);

/**
 * Somebody who builds a scheme in the editor: presses what stands there, types into what has a name, chooses from what is offered. Nothing is set by script, and the
 * source stays closed. `acts` counts what they did.
 */
export class EditorHands {
  /** Presses, choices and texts so far. */
  acts = 0;
  readonly canvas: Locator;
  readonly #outline: Locator;

  constructor(readonly page: Page) {
    this.canvas = page.locator('cobuild-scheme-editor [part=canvas]');
    this.#outline = page.locator('cobuild-scheme-editor [part=outline]');
  }

  /** Opens a part of the scheme, and a thing in it, from the outline. */
  async open(...titles: readonly Name[]): Promise<void> {
    for (const name of titles) {
      await this.#outline.getByRole('button', exactly(name)).first().click();
      this.acts += 1;
    }
  }

  async press(name: Name, within: Locator = this.canvas): Promise<void> {
    await within.getByRole('button', exactly(name)).first().click();
    this.acts += 1;
  }

  /** Types over what stands in a field; a setting in two languages has its Chinese first. */
  async write(name: string, text: string, within: Locator = this.canvas): Promise<void> {
    const field = within.getByRole('textbox', { name: endingIn(name) }).first();
    await field.fill(text);
    await this.page.keyboard.press('Tab');
    this.acts += 1;
  }

  /** Writes into what has the focus, as people do who have just added something. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.insertText(text);
    await this.page.keyboard.press('Tab');
    this.acts += 1;
  }

  async choose(name: Name, option: Name, within: Locator = this.canvas): Promise<void> {
    const list = within.getByRole('combobox', { name: typeof name === 'string' ? endingIn(name) : name }).first();
    const offered = await list.locator('option').allInnerTexts();
    const label = offered.find((each) => (typeof option === 'string' ? each.trim() === option : option.test(each.trim())));
    if (label === undefined) throw new Error(`“${name}” does not offer ${String(option)}, only: ${offered.join(', ')}`);
    await list.selectOption({ label });
    this.acts += 1;
  }

  /** Types into the cell of a grid that has the focus, and goes on to the next one to the right. */
  async cell(text: string): Promise<void> {
    await this.page.keyboard.press('Enter');
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.insertText(text);
    await this.page.keyboard.press('Tab');
    this.acts += 1;
  }

  async tick(name: Name, within: Locator = this.canvas): Promise<void> {
    await within.getByRole('checkbox', exactly(name)).first().click();
    this.acts += 1;
  }

  /** Opens what is folded. */
  async unfold(title: Name, within: Locator = this.canvas): Promise<void> {
    const summary = within.locator('summary').filter({ hasText: title }).first();
    if (await summary.evaluate((element) => (element.parentElement as HTMLDetailsElement).open)) return;
    await summary.click();
    this.acts += 1;
  }

  /** The settings of the field or section that is in hand. */
  panel(): Locator {
    return this.canvas.getByRole('complementary');
  }

  /** The settings under a heading. */
  group(name: Name, within: Locator = this.canvas): Locator {
    return within.getByRole('group', exactly(name)).first();
  }

  /** Takes a setting that is not there yet into a thing. */
  async addSetting(name: string, within: Locator = this.canvas): Promise<void> {
    const offers = within.getByRole('combobox', { name: '添加设置' }).filter({ has: this.page.locator('option', { hasText: new RegExp(`^${name}$`) }) }).last();
    await offers.selectOption({ label: name });
    await offers.locator('xpath=ancestor::form').getByRole('button').click();
    this.acts += 2;
  }

  /** Says that something still to be decided is decided here. */
  async decide(name: string, within: Locator = this.canvas): Promise<void> {
    await within.getByRole('combobox', { name: new RegExp(`取值方式\\s*：\\s*${name}$`) }).first().selectOption({ label: '直接填写' });
    this.acts += 1;
  }
}
