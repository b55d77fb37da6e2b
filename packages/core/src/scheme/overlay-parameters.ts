import type { PlacedFinding } from './finding.js';
import { compareParameterValues } from './parameter-order.js';
import { memberOf, textMember, toValue } from './source-node.js';
import type { SourceNode } from './source-node.js';

type Report = (code: PlacedFinding['code'], node: SourceNode, params: PlacedFinding['params']) => void;

/** What the base says of a parameter; an overlay sets its value, not what may be set. */
const SETTINGS_OF_THE_BASE = ['type', 'overlay', 'minimum', 'maximum', 'choices'];

/**
 * Holds an overlay to what each parameter of its base allows: `locked` not at all, `raise` and `lower` as far as the base's
 * value or beyond it, `any` whatever is legal. A value that the base leaves `UNDECIDED` may be filled in unless locked.
 */
export function checkOverlayParameters(base: SourceNode, overlay: SourceNode, report: Report): void {
  const parameters = memberOf(overlay, 'parameters');
  if (parameters?.kind !== 'object') return;
  for (const [key, { value: changed }] of parameters.members) {
    const original = memberOf(memberOf(base, 'parameters'), key);
    if (!original) continue;
    for (const setting of SETTINGS_OF_THE_BASE) checkSetting(key, setting, original, changed, report);
    checkValue(key, original, changed, report);
  }
}

function checkSetting(key: string, setting: string, original: SourceNode, changed: SourceNode, report: Report): void {
  const next = memberOf(changed, setting);
  if (next && JSON.stringify(toValue(next)) !== plain(memberOf(original, setting))) report('scheme/overlay-setting', next, { key, setting, ...titleParam(original) });
}

function checkValue(key: string, original: SourceNode, changed: SourceNode, report: Report): void {
  const before = memberOf(original, 'value');
  const after = memberOf(changed, 'value');
  if (!before || !after) return;
  const [from, to] = [toValue(before), toValue(after)];
  if (JSON.stringify(from) === JSON.stringify(to)) return;
  const permission = textMember(original, 'overlay');
  const params = { key, from, to, ...titleParam(original) };
  if (permission === 'locked') report('scheme/overlay-locked', after, params);
  if ((permission !== 'raise' && permission !== 'lower') || from === 'UNDECIDED') return;
  const order = compareParameterValues(textMember(original, 'type'), from, to);
  if (permission === 'raise' && !(order !== undefined && order >= 0)) report('scheme/overlay-raise', after, params);
  if (permission === 'lower' && !(order !== undefined && order <= 0)) report('scheme/overlay-lower', after, params);
}

/** What people call a parameter of the base: an overlay seldom says it again. */
export function titleParam(parameter: SourceNode | undefined): { readonly title?: unknown } {
  const title = memberOf(parameter, 'title');
  return title === undefined ? {} : { title: toValue(title) };
}

function plain(node: SourceNode | undefined): string | undefined {
  return node && JSON.stringify(toValue(node));
}
