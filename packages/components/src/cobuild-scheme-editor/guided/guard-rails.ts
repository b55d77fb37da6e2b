import type { OverlayRule } from '@cobuild/core';
import { formatName, mayOverlaySay, pointerTokens, toPointer, valueAt } from '@cobuild/core';
import { html, nothing } from 'lit';
import { icons } from '../../internal/icons.js';
import { button } from '../../internal/pieces.js';
import type { EditorContext } from '../editor-context.js';
import { titleOf } from '../outline.js';
import { guardWords } from './guard-words.js';

/** The context of a setting that the base locks: it can be read, and not changed. */
export function guarded(context: EditorContext, rule: OverlayRule | undefined): EditorContext {
  return rule?.permission === 'locked' ? { ...context, readonly: true } : context;
}

/** What every scheme says for itself, whatever it extends. */
const OWN: readonly string[] = ['/id', '/version', '/title', '/description'];

/** A text inside a sentence ends with the sentence. */
const unended = (text: string): string => text.replace(/[。.]$/, '');

/** Why a number cannot stand in the place of the base's, as far as that can be told while it is typed. */
export function refusal(context: EditorContext, pointer: string, value: number, text: (pointer: string) => string): string | undefined {
  const rule = context.overlayRule(pointer);
  if (rule === undefined || (rule.permission !== 'raise' && rule.permission !== 'lower')) return undefined;
  if (mayOverlaySay(rule, value, typeAt(context, pointer))) return undefined;
  const base = text(rule.basePointer);
  return rule.permission === 'raise' ? guardWords[context.locale].tooLow(base) : guardWords[context.locale].tooHigh(base);
}

function typeAt({ document }: EditorContext, pointer: string): string | undefined {
  const [, key = ''] = pointerTokens(pointer);
  const type = valueAt(document, toPointer('parameters', key, 'type'));
  return typeof type === 'string' ? type : undefined;
}

/** What the base says of a thing as a whole; nothing where it may be changed and removed. */
export function lockSentence(context: EditorContext, rule: OverlayRule | undefined): string {
  const words = guardWords[context.locale];
  return rule?.lock === 'locked' || rule?.because === 'thing' ? words.lockedThing : rule?.lock === 'keep' ? words.keep : '';
}

/** The same above the page of a thing. */
export function lockNotice(context: EditorContext, pointer: string): unknown {
  const said = lockSentence(context, context.overlayRule(pointer));
  return said === '' ? nothing : html`<p class="guard-rail lock-line small">${icons.lock} <span>${said}</span></p>`;
}

/**
 * What the base lets an overlay do with a setting, what both say, and the way back.
 *
 * @param text - A value as it is read, by its pointer in the base; `own` that of this scheme.
 * @param isWhole - Its parts are settings of their own and say for themselves how they differ.
 */
export function guardRail(context: EditorContext, pointer: string, rule: OverlayRule | undefined, text: (pointer: string) => string, own: () => string, isWhole: boolean): unknown {
  if (rule === undefined || OWN.includes(pointer)) return nothing;
  const words = guardWords[context.locale];
  const { because, permission, parameter, base, basePointer, differs } = rule;
  const about = because === 'setting' ? words.setting
    : because === 'use' ? words.use(titleOf(valueAt(context.document, toPointer('parameters', parameter ?? '')), context.locale) || (parameter ?? ''))
      : because === 'parameter' ? (permission === 'locked' ? words.locked(text(basePointer)) : base === 'UNDECIDED' ? words.raiseOpen : permission === 'raise' ? words.raise(text(basePointer)) : words.lower(text(basePointer))) : '';
  const saysOtherwise = differs && !(isWhole && because === undefined);
  if (about === '' && !saysOtherwise) return nothing;
  const [written, said] = saysOtherwise ? [unended(text(basePointer)), unended(own())] : ['', ''];
  const name = formatName(pointerTokens(pointer).pop() ?? '', context.locale);
  return html`<p class="guard-rail row small">${about === '' ? nothing : html`<span>${about}</span>`}${!saysOtherwise ? nothing : html`<span>${written === '' && said === '' ? words.changed : words.differs(written, said)}</span>
    ${context.readonly ? nothing : button({ label: words.restore, icon: 'returned', kind: 'quiet', name: `${words.restore}${words.colon}${name}`, onClick: () => void context.restore(restoredWith(context, pointer)) })}`}
    ${because !== 'use' || parameter === undefined ? nothing : button({ label: words.openParameter, kind: 'quiet', onClick: () => context.open(toPointer('parameters', parameter)) })}</p>`;
}

/** Who says a value goes back with it: the source of the overlay's number is no source of the base's. */
function restoredWith(context: EditorContext, pointer: string): readonly string[] {
  const [part, key = '', member] = pointerTokens(pointer);
  const provenance = toPointer('parameters', key, 'provenance');
  return part === 'parameters' && member === 'value' && context.overlayRule(provenance)?.differs === true ? [pointer, provenance] : [pointer];
}
