import type { CDPSession, Page } from 'playwright';

/** What has focus, as the browser tells assistive technology, and the question that it belongs to. */
export interface Focused { readonly role: string; readonly name: string; readonly value: string; readonly group: string }

export interface Wanted {
  /** Whole accessible name, or a pattern. */
  readonly name: string | RegExp;
  readonly role?: string;
  /** Legend or label of the question around it, such as that of a radio group. */
  readonly group?: string | RegExp;
}

/** More stops than any page of the portal has between two things that a person does one after the other. */
const MOST_STOPS = 200;

const activeElement = `(() => { let active = document.activeElement; while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement; return active; })()`;

const matches = (text: string, wanted: string | RegExp): boolean => (typeof wanted === 'string' ? text === wanted : wanted.test(text));

/** A person with a keyboard and nothing else: no mouse, no script that moves focus or sets a value. */
export class Keyboard {
  readonly #page: Page;
  readonly #session: Promise<CDPSession>;

  constructor(page: Page) {
    this.#page = page;
    this.#session = page.context().newCDPSession(page);
  }

  /** What has focus now, through all shadow roots; nothing where the page itself has it. */
  async focused(): Promise<Focused> {
    const session = await this.#session;
    const { result } = (await session.send('Runtime.evaluate', { expression: activeElement }));
    if (result.objectId === undefined) return { role: '', name: '', value: '', group: '' };
    const [{ nodes }, group] = await Promise.all([
      session.send('Accessibility.getPartialAXTree', { objectId: result.objectId, fetchRelatives: false }),
      session.send('Runtime.callFunctionOn', {
        objectId: result.objectId, returnByValue: true,
        functionDeclaration: `function () {
          const around = this.closest('fieldset:not([role=none]), [role=radiogroup], [role=group]');
          return around?.getAttribute('aria-label') ?? around?.querySelector('legend')?.textContent.replace(/\\s+/g, ' ').trim() ?? '';
        }`,
      }),
    ]);
    const text = (value: unknown): string => (typeof value === 'string' ? value : '');
    return { role: text(nodes[0]?.role?.value), name: text(nodes[0]?.name?.value), value: text(nodes[0]?.value?.value), group: text(group.result.value) };
  }

  /** Presses Tab until the wanted thing has focus; fails with everything that was met on the way. */
  async tabTo(wanted: Wanted, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const met: string[] = [];
    for (let stop = 0; stop <= MOST_STOPS; stop += 1) {
      const focused = await this.focused();
      const isIt = matches(focused.name, wanted.name) && (wanted.role === undefined || focused.role === wanted.role) && (wanted.group === undefined || matches(focused.group, wanted.group));
      if (isIt) return;
      met.push(`${focused.role} "${focused.name}"${focused.group === '' ? '' : ` in "${focused.group}"`}`);
      await this.#page.keyboard.press(key);
    }
    throw new Error(`No ${wanted.role ?? 'element'} ${String(wanted.name)}${wanted.group === undefined ? '' : ` in ${String(wanted.group)}`} within ${MOST_STOPS} stops. Met:\n${met.join('\n')}`);
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.#page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  /** Goes to a field and types into it. */
  async fill(name: string | RegExp, text: string, group?: string | RegExp): Promise<void> {
    await this.tabTo({ name, ...(group === undefined ? {} : { group }) });
    await this.type(text);
  }

  /** Goes to a date field and types 2026-03-05 in the order in which the browser shows year, month and day. */
  async fillDate(name: string | RegExp, date: string): Promise<void> {
    const [year = '', month = '', day = ''] = date.split('-');
    await this.tabTo({ name, role: 'Date' });
    const session = await this.#session;
    const { result } = await session.send('Runtime.evaluate', { expression: activeElement });
    const { node } = await session.send('DOM.describeNode', { ...(result.objectId === undefined ? {} : { objectId: result.objectId }), depth: -1, pierce: true });
    const inside = JSON.stringify(node);
    const parts = [{ text: year, at: inside.indexOf('-edit-year-field') }, { text: month, at: inside.indexOf('-edit-month-field') }, { text: day, at: inside.indexOf('-edit-day-field') }];
    await this.type(parts.sort((a, b) => a.at - b.at).map(({ text }) => text).join(''));
  }

  async activate(name: string | RegExp, role = 'button'): Promise<void> {
    await this.tabTo({ name, role });
    await this.press('Enter');
  }

  /** Chooses one of a group of radio buttons: Tab into the group, arrows within it, Space on the first. */
  async choose(group: string | RegExp, option: string): Promise<void> {
    await this.tabTo({ name: /./, role: 'radio', group });
    const met: string[] = [];
    for (let { name } = await this.focused(); name !== option; { name } = await this.focused()) {
      if (met.includes(name)) throw new Error(`No choice "${option}" in "${String(group)}", only: ${met.join(', ')}`);
      met.push(name);
      await this.press('ArrowDown');
    }
    await this.press('Space');
  }

  /** Goes to a list and chooses one of its options: to the first one, then down. */
  async select(name: string | RegExp, option: string | RegExp, { group, key }: { readonly group?: string | RegExp; readonly key?: 'Tab' | 'Shift+Tab' } = {}): Promise<void> {
    await this.tabTo({ name, role: 'combobox', ...(group === undefined ? {} : { group }) }, key);
    const met: string[] = [];
    if (matches((await this.focused()).value, option)) return;
    await this.press('Home');
    for (let { value } = await this.focused(); !matches(value, option); { value } = await this.focused()) {
      if (met[met.length - 1] === value) throw new Error(`No option "${String(option)}" in "${String(name)}", only: ${met.join(', ')}`);
      met.push(value);
      await this.press('ArrowDown');
    }
  }

  /** Goes to a field that holds something and types over it. */
  async replace(name: string | RegExp, text: string, group?: string | RegExp): Promise<void> {
    await this.tabTo({ name, role: 'textbox', ...(group === undefined ? {} : { group }) });
    await this.press('Control+a');
    await this.type(text);
  }

  /** Ticks a box. */
  async tick(name: string | RegExp, group?: string | RegExp): Promise<void> {
    await this.tabTo({ name, role: 'checkbox', ...(group === undefined ? {} : { group }) });
    await this.press('Space');
  }
}
