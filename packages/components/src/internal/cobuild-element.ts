import type { Locale, Problem, Scheme, Terms, WordTables } from '@cobuild/core';
import { LatePart, englishPart, inTermsOf, missingParts } from '@cobuild/core';
import type { CSSResult, CSSResultGroup } from 'lit';
import { LitElement, adoptStyles, render } from 'lit';
import { property } from 'lit/decorators.js';
import type { Messages } from '../locales/messages.js';
import { englishWords, messages } from '../locales/messages.js';
import { AncestorSettings } from './ancestors.js';
import { schemeOf, schemeShape, termsShape } from './document-shapes.js';
import { wornStyles } from './field/wear-styles.js';
import { GivenDocuments } from './given-documents.js';
import { JsonParts } from './json-parts.js';
import type { PartName } from './json-parts.js';
import { isUnknownLanguage } from './locale.js';
import type { ThemeName } from './palettes.js';
import { themeNames } from './palettes.js';
import { documentProblems } from './pieces.js';
import type { Shape } from './shape.js';
import { sharedStyles } from './styles.js';
import type * as Themes from './theme-sheets.js';
import { districtSheet, largeTextSheet } from './tokens.js';
import { warnOnce } from './warn-once.js';

const themePart = new LatePart<typeof Themes>('themes', () => import('./theme-sheets.js'));

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
  /** Words of the district in place of the usual ones, `{ town: { 'zh-CN': '乡镇', en: 'township' } }`; by default those of the scheme. */
  @property({ attribute: false }) terms: Terms | undefined;

  private readonly inherited = new AncestorSettings(this, () => {
    this.adoptTheme();
    const { lang } = this.inherited;
    if (isUnknownLanguage(lang)) warnOnce('element/unknown-language', `lang="${lang}"; known: zh-CN, en; Chinese is shown`);
    this.requestUpdate('locale');
  });
  private readonly jsonParts = new JsonParts(this, () => this.requestUpdate('jsonParts'));
  /** Of the last drawing, so that asking for a word costs nothing. */
  private spokenTerms: Terms | undefined;
  private knownWords: { readonly locale: Locale; readonly terms: Terms | undefined; readonly words: Messages } | undefined;
  /** English did not come: the element speaks Chinese rather than not at all. */
  private isWordless = false;
  /** The colours did not come: the element has those of its district. */
  private isPale = false;
  private readonly documents = new GivenDocuments(this.localName);

  /** The language in use: `lang` of the nearest ancestor (or the element itself), read as one of those we have. */
  get locale(): Locale {
    return this.inherited.locale;
  }

  /** The package's words in the language in use; fields ask hundreds of times in one drawing. */
  protected get words(): Messages {
    const { locale, spokenTerms: terms, knownWords } = this;
    if (knownWords?.locale === locale && knownWords.terms === terms) return knownWords.words;
    const words = this.wordsOf(messages);
    // Chinese stands in for English that is not there yet.
    if (locale !== 'en' || englishWords.known) this.knownWords = { locale, terms, words };
    return words;
  }

  /** The words of a table of an element's own. */
  protected wordsOf<T>(tables: WordTables<T>): T {
    return this.inTerms(() => tables[this.locale]);
  }

  /** Words of the district in place of the usual ones: the element's own, those of its scheme, or those of the element it is drawn in. */
  protected get givenTerms(): Terms | undefined {
    const { scheme } = this as { readonly scheme?: unknown };
    const root = this.getRootNode();
    return this.readDocument('terms', this.terms, termsShape) ?? this.readScheme(scheme)?.terms ?? (root instanceof ShadowRoot && root.host instanceof CobuildElement ? root.host.spokenTerms : undefined);
  }

  /** Lets sentences that are made outside of drawing, such as in answer to a click, be in the words of the scheme as well. */
  protected inTerms<T>(speak: () => T): T {
    return inTermsOf(this.spokenTerms, speak);
  }

  /** The document of a child script; the same object until its text changes. A property of the same meaning wins. */
  protected jsonPart(name: PartName): unknown {
    return this.jsonParts.get(name);
  }

  /** What a host gave, where it has the shape; `undefined` where it has not, which `givenProblems` tells, or where nothing was given. */
  protected readDocument<T>(name: string, document: unknown, shape: Shape<T>): T | undefined {
    return this.documents.read(name, document, shape);
  }

  /** The same for a list whose entries stand for themselves; those of another shape are left out. */
  protected readLines<T>(name: string, lines: unknown, shape: Shape<T>): readonly T[] {
    return this.documents.readLines(name, lines, shape);
  }

  /** The scheme of the property or the child script, also where that is a published file. */
  protected readScheme(document: unknown): Scheme | undefined {
    return this.readDocument('scheme', schemeOf(document ?? this.jsonPart('scheme')), schemeShape);
  }

  /** Child scripts that are no JSON and documents of another shape, for `documentProblems`. Ask after the documents were read. */
  protected get givenProblems(): readonly Problem[] {
    return [...this.jsonParts.problems(this.words.brokenPart), ...this.documents.problems(this.locale)];
  }

  /** What has to be loaded before the element can be drawn from what it was given; nothing where all is there. Never rejected. */
  protected missingCode(): Promise<unknown> | undefined {
    const words = this.locale !== 'en' || this.isWordless ? undefined : missingParts([englishPart, englishWords])?.catch(() => {
      this.isWordless = true;
      warnOnce('element/no-english', 'The English words could not be loaded; Chinese ones stand in their place.');
    });
    return words ?? this.missingColours();
  }

  /** The sheet of a theme that the page asks for by name; nobody sees the element in other colours meanwhile. */
  private missingColours(): Promise<void> | undefined {
    if (this.currentTheme === 'district' || this.isPale) return undefined;
    return themePart.missing()?.then(() => this.adoptTheme(), () => {
      this.isPale = true;
      warnOnce('element/no-theme', 'The colours of the theme could not be loaded; those of the district stand in their place.');
    });
  }

  /** Where all is there, the element is drawn at once; else `updateComplete` waits for what is missing, too. */
  protected override scheduleUpdate(): Promise<unknown> | void {
    const missing = this.inTerms(() => this.missingCode());
    return missing === undefined ? super.scheduleUpdate() : missing.then(() => this.scheduleUpdate());
  }

  /** The last net: a document whose fault no shape names becomes a problem in place of the element, and the page goes on. */
  protected override performUpdate(): void {
    const isFirst = !this.hasUpdated;
    try {
      this.spokenTerms = this.givenTerms;
      this.inTerms(() => super.performUpdate());
      // What was set before the element was defined is read with the first drawing only.
      if (isFirst) void this.inTerms(() => this.missingCode())?.then(() => this.requestUpdate());
    } catch (error) {
      const params = { detail: error instanceof Error ? error.message : String(error) };
      warnOnce('element/failed', `<${this.localName}> cannot be drawn from what it was given: ${params.detail}`);
      const problem: Problem = { code: 'element/failed', severity: 'error', document: this.localName, pointer: '', params, message: this.words.failed(params) };
      render(documentProblems([...this.givenProblems, problem], this.words), this.renderRoot, this.renderOptions);
    }
  }

  /** Fires an event that crosses shadow roots and answers whether nobody cancelled it. */
  protected emit<T>(name: string, detail: T, options: { readonly cancelable?: boolean } = {}): boolean {
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: options.cancelable ?? false }));
  }

  private get currentTheme(): ThemeName {
    const named = this.inherited.theme ?? 'district';
    const known = themeNames.find((name) => name === named);
    if (!known) warnOnce('element/unknown-theme', `theme="${named}"; known: ${themeNames.join(', ')}`);
    return known ?? 'district';
  }

  private adoptTheme(): void {
    const root = this.renderRoot;
    if (!(root instanceof ShadowRoot)) return;
    const theme = this.currentTheme;
    const colours = theme === 'district' ? undefined : themePart.known?.themeSheets[theme];
    const { elementStyles } = this.constructor as typeof LitElement;
    const sheets: CSSResult[] = [colours ?? districtSheet, ...(this.inherited.largeText ? [largeTextSheet] : [])];
    adoptStyles(root, [...elementStyles, ...sheets, ...wornStyles(root)]);
  }
}
