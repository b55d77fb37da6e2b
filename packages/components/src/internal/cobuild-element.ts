import type { Locale, Problem } from '@cobuild/core';
import type { CSSResult, CSSResultGroup } from 'lit';
import { LitElement, adoptStyles } from 'lit';
import { property } from 'lit/decorators.js';
import type { Messages } from '../locales/messages.js';
import { messages } from '../locales/messages.js';
import { AncestorSettings } from './ancestors.js';
import { JsonParts } from './json-parts.js';
import type { PartName } from './json-parts.js';
import { localeOf } from './locale.js';
import type { MessageTables } from './locale.js';
import type { ThemeName } from './palettes.js';
import { themeNames } from './palettes.js';
import { sharedStyles } from './styles.js';
import { largeTextSheet, themeSheets } from './tokens.js';
import { warnOnce } from './warn-once.js';

/**
 * What every element of CoBuild has: language, theme and text size from the nearest ancestor, documents from child scripts, and the
 * shared sheets. Elements add `static override styles = [...sharedStyles, css…]`. In `willUpdate`, `changed.has('locale')` and `changed.has('jsonParts')` tell of
 * those two.
 *
 * Attributes: `lang` (`zh-CN` default, `en`), `theme` (`district` default, `neutral`, `high-contrast`, `dark`, `auto`), `large-text`. Each one counts for
 * the elements inside, too.
 */
export abstract class CobuildElement extends LitElement {
  static override styles: CSSResultGroup = sharedStyles;

  /** `district` (default), `neutral`, `high-contrast`, `dark`, or `auto`: district, dark where the person's system is dark. */
  @property({ reflect: true }) theme: string | null = null;
  /** Body text of 20 px instead of 16 px. */
  @property({ type: Boolean, reflect: true, attribute: 'large-text' }) largeText = false;

  private readonly settings = new AncestorSettings(this, () => {
    this.adoptTheme();
    this.requestUpdate('locale');
  });
  private readonly jsonParts = new JsonParts(this, () => this.requestUpdate('jsonParts'));

  /** The language in use: `lang` of the nearest ancestor (or the element itself), read as one of those we have. */
  get locale(): Locale {
    return localeOf(this.settings.lang);
  }

  /** The package's words in the language in use. */
  protected get words(): Messages {
    return messages[this.locale];
  }

  /** The words of a table of an element's own. */
  protected wordsOf<T>(tables: MessageTables<T>): T {
    return tables[this.locale];
  }

  /** The document of a child script; the same object until its text changes. A property of the same meaning wins. */
  protected jsonPart(name: PartName): unknown {
    return this.jsonParts.get(name);
  }

  /** Child scripts that are no JSON, for `renderProblems`. */
  protected get partProblems(): readonly Problem[] {
    return this.jsonParts.problems(this.words.brokenPart);
  }

  /** Fires an event that crosses shadow roots and answers whether nobody cancelled it. */
  protected emit<T>(name: string, detail: T, options: { readonly cancelable?: boolean } = {}): boolean {
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: options.cancelable ?? false }));
  }

  private adoptTheme(): void {
    const root = this.renderRoot;
    if (!(root instanceof ShadowRoot)) return;
    const named = this.settings.theme ?? 'district';
    const known = themeNames.find((name) => name === named);
    if (!known) warnOnce('element/unknown-theme', `theme="${named}"; known: ${themeNames.join(', ')}`);
    const theme: ThemeName = known ?? 'district';
    const { elementStyles } = this.constructor as typeof LitElement;
    const sheets: CSSResult[] = [themeSheets[theme], ...(this.settings.largeText ? [largeTextSheet] : [])];
    adoptStyles(root, [...elementStyles, ...sheets]);
  }
}
