import type { OverlayRule } from '@cobuild/core';
import { formatName, mayOverlaySay, pointerTokens, toPointer, valueAt } from '@cobuild/core';
import { html, nothing } from 'lit';
import { button } from '../../internal/pieces.js';
import { wordTables } from '../../internal/word-tables.js';
import type { EditorContext } from '../editor-context.js';
import { titleOf } from '../outline.js';

const tables = wordTables({
  'zh-CN': {
    locked: (base: string) => `底本锁定了这个参数：只能是 ${base}。`, raise: (base: string) => `底本只准调高：不能低于 ${base}。`, lower: (base: string) => `底本只准调低：不能高于 ${base}。`,
    setting: '这一项由底本规定，不能更改。', use: (parameter: string) => `这里读取底本限定的参数“${parameter}”，不能换成别的；要调整，就改那个参数的取值。`,
    raiseOpen: '底本还没有决定，可以填写。', differs: (base: string, own: string) => `底本：${base}。本方案：${own}。`, changed: '这里与底本不同。', restore: '恢复底本的值', tooLow: (base: string) => `底本只准调高，不能低于 ${base}。`, tooHigh: (base: string) => `底本只准调低，不能高于 ${base}。`, openParameter: '打开参数', colon: '：',
  },
  en: {
    locked: (base: string) => `The base locks this parameter at ${base}.`, raise: (base: string) => `The base lets it be raised only: not below ${base}.`, lower: (base: string) => `The base lets it be lowered only: not above ${base}.`,
    setting: 'The base sets this; it cannot be changed.', use: (parameter: string) => `This reads the parameter “${parameter}”, which the base limits, and cannot read something else; change the value of the parameter instead.`,
    raiseOpen: 'The base has not decided it; it may be filled in.', differs: (base: string, own: string) => `Base: ${base}. This scheme: ${own}.`, changed: 'This differs from the base.', restore: 'Back to the base', tooLow: (base: string) => `The base lets it be raised only, not below ${base}.`, tooHigh: (base: string) => `The base lets it be lowered only, not above ${base}.`, openParameter: 'Open the parameter', colon: ': ',
  },
});

/** The context of a setting that the base locks: it can be read, and not changed. */
export function guarded(context: EditorContext, rule: OverlayRule | undefined): EditorContext {
  return rule?.permission === 'locked' ? { ...context, readonly: true } : context;
}

/** Why a number cannot stand in the place of the base's, as far as that can be told while it is typed. */
export function refusal(context: EditorContext, pointer: string, value: number, text: (pointer: string) => string): string | undefined {
  const rule = context.overlayRule(pointer);
  if (rule === undefined || (rule.permission !== 'raise' && rule.permission !== 'lower')) return undefined;
  if (mayOverlaySay(rule, value, typeAt(context, pointer))) return undefined;
  const base = text(rule.basePointer);
  return rule.permission === 'raise' ? tables[context.locale].tooLow(base) : tables[context.locale].tooHigh(base);
}

function typeAt({ document }: EditorContext, pointer: string): string | undefined {
  const [, key = ''] = pointerTokens(pointer);
  const type = valueAt(document, toPointer('parameters', key, 'type'));
  return typeof type === 'string' ? type : undefined;
}

/**
 * What the base lets an overlay do with a setting, what both say, and the way back.
 *
 * @param text - A value as it is read, by its pointer in the base; `own` that of this scheme.
 * @param isWhole - Its parts are settings of their own and say for themselves how they differ.
 */
export function guardRail(context: EditorContext, pointer: string, rule: OverlayRule | undefined, text: (pointer: string) => string, own: () => string, isWhole: boolean): unknown {
  if (rule === undefined) return nothing;
  const words = tables[context.locale];
  const { because, permission, parameter, base, basePointer, differs } = rule;
  const about = because === 'setting' ? words.setting
    : because === 'use' ? words.use(titleOf(valueAt(context.document, toPointer('parameters', parameter ?? '')), context.locale) || (parameter ?? ''))
      : because === 'parameter' ? (permission === 'locked' ? words.locked(text(basePointer)) : base === 'UNDECIDED' ? words.raiseOpen : permission === 'raise' ? words.raise(text(basePointer)) : words.lower(text(basePointer))) : '';
  const saysOtherwise = differs && !(isWhole && because === undefined);
  if (about === '' && !saysOtherwise) return nothing;
  const [written, said] = saysOtherwise ? [text(basePointer), own()] : ['', ''];
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
