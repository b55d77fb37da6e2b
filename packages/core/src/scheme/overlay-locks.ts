import { equalJson } from '../form/answers.js';
import { escapeToken, pointerTokens } from '../problems/json-pointer.js';
import type { PlacedFinding } from './finding.js';
import { nearestNode, nodeAt } from './overlay-place.js';
import type { IdPath } from './overlay-place.js';
import { itemId } from './overlay-values.js';
import { memberOf, textMember, toValue } from './source-node.js';
import type { SourceNode } from './source-node.js';

type Report = (code: PlacedFinding['code'], node: SourceNode, params: PlacedFinding['params']) => void;
type Lock = 'keep' | 'locked';
type Weakening = 'hidden' | 'kind' | 'optional' | 'emptied';

/** A thing that the base keeps, wherever it stands. */
interface Locked { readonly path: IdPath; readonly node: SourceNode; readonly lock: Lock }

const strength = (lock: string | undefined): number => (lock === 'locked' ? 2 : lock === 'keep' ? 1 : 0);

/**
 * Holds an overlay to the things that its base keeps (`"overlay": "keep"`: it stays, and no condition or list takes it away by the back door) or locks
 * (`"overlay": "locked"`: nothing in it changes). What may vary in a locked rule is a parameter, which has a limit of its own.
 */
export function checkOverlayLocks(base: SourceNode, merged: SourceNode, overlay: SourceNode, report: Report): void {
  for (const { path, node, lock } of locksIn(base)) {
    const now = nodeAt(merged, path);
    const tell = (code: PlacedFinding['code'], at: IdPath, params: PlacedFinding['params'] = {}): void => report(code, nearestNode(overlay, at), { field: nameOf(base, path, node), ...params });
    if (now === undefined) tell('scheme/overlay-removes', path);
    else if (strength(textMember(now, 'overlay')) < strength(lock)) tell('scheme/overlay-unlocks', [...path, 'overlay'], { from: lock });
    else if (lock === 'locked' && !isSame(node, now)) tell('scheme/overlay-changes', path);
    if (path[0] === 'forms' && now !== undefined) checkFormPart(base, merged, path, lock, tell);
  }
}

/** Everything of the base that is kept or locked; parameters have limits of their own. */
function locksIn(base: SourceNode): readonly Locked[] {
  const found: Locked[] = [];
  const walk = (node: SourceNode, path: IdPath): void => {
    if (node.kind === 'scalar') return;
    if (node.kind === 'array') {
      for (const item of node.items) {
        const id = itemId(item);
        if (id !== undefined) walk(item, [...path, id]);
      }
      return;
    }
    const lock = textMember(node, 'overlay');
    if (lock === 'keep' || lock === 'locked') found.push({ path, node, lock });
    for (const [key, { value }] of node.members) {
      const isData = path.length === 0 && (key === 'parameters' || key === 'tests');
      // What an answers' schema calls `overlay` is a question.
      const isSchema = path.length === 2 && path[0] === 'forms' && key === 'schema';
      if (!isData && !isSchema) walk(value, [...path, key]);
    }
  };
  walk(base, []);
  return found;
}

const isSame = (one: SourceNode | undefined, other: SourceNode | undefined): boolean => one === other || equalJson(one && toValue(one), other && toValue(other));

/** A step, a section or a field has to be asked as well, not only to be there. */
function checkFormPart(base: SourceNode, merged: SourceNode, path: IdPath, lock: Lock, tell: (code: PlacedFinding['code'], at: IdPath, params?: PlacedFinding['params']) => void): void {
  const form = path.slice(0, 2);
  const [part, ...rest] = path.slice(2);
  const weakens = (how: Weakening, at: IdPath): void => tell('scheme/overlay-hides', at, { how });
  if (part === 'layout') {
    const [before, after] = [nodeAt(base, path), nodeAt(merged, path)];
    const around = path.map((_, index) => path.slice(0, index + 1)).filter((at) => at.length > form.length + 1);
    const added = around.find((at) => addsCondition(nodeAt(base, at), nodeAt(merged, at)));
    if (added !== undefined) weakens('hidden', [...added, 'visibleWhen']);
    const left = new Set(fieldsIn(after));
    // What else stands in a step has a word of its own.
    if (path[path.length - 2] === 'sections' && fieldsIn(before).some((field) => !left.has(field))) weakens('emptied', path);
  }
  const [field] = rest;
  if (part !== 'fields' || rest.length !== 1 || field === undefined) return;
  const schemaPath = schemaPathOf(form, field);
  const [before, after] = [nodeAt(base, schemaPath), nodeAt(merged, schemaPath)];
  if (lock === 'locked' && !isSame(before, after)) tell('scheme/overlay-changes', schemaPath);
  if (['type', '$ref', 'const'].some((keyword) => !isSame(memberOf(before, keyword), memberOf(after, keyword))) || isCalculated(merged, form, field) !== isCalculated(base, form, field)) weakens('kind', schemaPath);
  if (field.startsWith('#')) return;
  const holders = pointerTokens(field).map((_, index, tokens) => `/${tokens.slice(0, index + 1).map(escapeToken).join('/')}`).map((pointer) => [...form, 'fields', pointer]);
  const hidden = holders.find((at) => addsCondition(nodeAt(base, at), nodeAt(merged, at)));
  if (hidden !== undefined) weakens('hidden', hidden);
  else if (layoutConditions(nodeAt(merged, form), field).some((condition) => !layoutConditions(nodeAt(base, form), field).includes(condition))) weakens('hidden', [...form, 'layout']);
  if (isOptional(base, merged, form, field)) weakens('optional', [...schemaPath.slice(0, -2), 'required']);
}

/** Conditions under which something is not asked, or cannot be answered. */
const CONDITIONS = ['visibleWhen', 'opensWhen', 'readonlyWhen'];

const addsCondition = (before: SourceNode | undefined, after: SourceNode | undefined): boolean => CONDITIONS.some((key) => memberOf(after, key) !== undefined && !isSame(memberOf(before, key), memberOf(after, key)));

/** Where a form's schema says a field: `/lines/* /price` is in `properties`, `lines`, `items`, `properties`, `price`. */
function schemaPathOf(form: IdPath, field: string): IdPath {
  const way = field.startsWith('#') ? pointerTokens(field.slice(1)) : pointerTokens(field).flatMap((token) => (token === '*' ? ['items'] : ['properties', token]));
  return [...form, 'schema', ...way];
}

const isCalculated = (scheme: SourceNode, form: IdPath, field: string): boolean => nodeAt(scheme, [...form, 'computed', field]) !== undefined;

/** Whether an answer may be left out that the base wants: always, or under a condition, which then has to stay. */
function isOptional(base: SourceNode, merged: SourceNode, form: IdPath, field: string): boolean {
  const when = [...form, 'fields', field, 'requiredWhen'];
  if (isRequired(merged, form, field)) return false;
  return isRequired(base, form, field) || (nodeAt(base, when) !== undefined && !isSame(nodeAt(base, when), nodeAt(merged, when)));
}

function isRequired(scheme: SourceNode, form: IdPath, field: string): boolean {
  const path = schemaPathOf(form, field);
  const required = nodeAt(scheme, [...path.slice(0, -2), 'required']);
  return required?.kind === 'array' && required.items.some((item) => item.kind === 'scalar' && item.value === path[path.length - 1]);
}

/** Pointers of the fields that a part of a layout shows. */
function fieldsIn(node: SourceNode | undefined): readonly string[] {
  if (node === undefined) return [];
  if (node.kind === 'scalar') return typeof node.value === 'string' && node.value.startsWith('/') ? [node.value] : [];
  return node.kind === 'array' ? node.items.flatMap(fieldsIn) : ['sections', 'fields', 'elements', 'group', 'tabs'].flatMap((key) => fieldsIn(memberOf(node, key)));
}

/** The conditions of the parts of a layout that a field lies in, each as its text. */
function layoutConditions(form: SourceNode | undefined, field: string): readonly string[] {
  const search = (node: SourceNode | undefined, conditions: readonly string[]): readonly string[] | undefined => {
    if (node === undefined) return undefined;
    if (node.kind === 'scalar') return typeof node.value === 'string' && (field === node.value || field.startsWith(`${node.value}/`)) ? conditions : undefined;
    if (node.kind === 'array') return first(node.items, (item) => search(item, conditions));
    const own = CONDITIONS.flatMap((key) => { const condition = memberOf(node, key); return condition === undefined ? [] : [JSON.stringify(toValue(condition))]; });
    return first(['steps', 'sections', 'fields', 'elements', 'group', 'tabs'], (key) => search(memberOf(node, key), [...conditions, ...own]));
  };
  return search(memberOf(form, 'layout'), []) ?? [];
}

function first<Each, Found>(list: readonly Each[], find: (each: Each) => Found | undefined): Found | undefined {
  for (const each of list) {
    const found = find(each);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What people call the thing: its title, that of its schema, or its key. */
function nameOf(base: SourceNode, path: IdPath, node: SourceNode): unknown {
  const own = memberOf(node, 'title');
  const isField = path[0] === 'forms' && path[2] === 'fields';
  const title = own ?? (isField ? nodeAt(base, [...schemaPathOf(path.slice(0, 2), path[3] ?? ''), 'title']) : undefined);
  return title === undefined ? (path[path.length - 1] ?? '') : toValue(title);
}
