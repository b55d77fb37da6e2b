import type { Node } from 'jsonc-parser';
import { parseTree } from 'jsonc-parser';
import { equalJson } from '../form/answers.js';
import { isRecord } from '../form/json-schema.js';
import { pointerTokens } from '../problems/json-pointer.js';
import type { TextTree } from '../scheme/text-tree.js';
import type { JsonStyle } from './json-style.js';
import { styleOf, written } from './json-style.js';
import type { ValueNode } from './text-node.js';
import { rootOf } from './text-node.js';

/** Replaces `length` UTF-16 units from `offset` by `text`. */
export interface TextEdit { readonly offset: number; readonly length: number; readonly text: string }

/**
 * One change of a JSON document. Pointers are those before the change.
 *
 * - `set`: a value that is there is replaced, in so few places as possible; a key that is not there is added at the end, with the objects that lead to it.
 * - `insert`: an item comes before the one that has its index; an index as large as the array appends it.
 * - `remove`: a member or an item goes, with its comma.
 * - `move`: an item takes another place in its array.
 * - `rename`: a member gets another key and keeps its place.
 */
export type JsonChange =
  | { readonly kind: 'set'; readonly pointer: string; readonly value: unknown }
  | { readonly kind: 'insert'; readonly pointer: string; readonly index: number; readonly value: unknown }
  | { readonly kind: 'remove'; readonly pointer: string }
  | { readonly kind: 'move'; readonly pointer: string; readonly from: number; readonly to: number }
  | { readonly kind: 'rename'; readonly pointer: string; readonly key: string };

/**
 * The edits of a text that carry out a change and leave every other character as its author wrote it.
 *
 * @throws {RangeError} where the pointer leads to nothing that can be changed so, or the text is no JSON.
 * @throws {TypeError} where the value is not JSON.
 * @example applyTextEdits(text, editJson(text, { kind: 'set', pointer: '/stages/0/title/zh-CN', value: '镇街初审' }))
 */
export function editJson(text: string, change: JsonChange): readonly TextEdit[] {
  const root = parseTree(text, undefined, { disallowComments: true });
  if (root === undefined) throw new RangeError('editJson: the text is no JSON');
  return new Editor(text, root).edits(change);
}

/** The same for a text that has been read already. */
export function editTree(tree: TextTree, change: JsonChange): readonly TextEdit[] {
  return new Editor(tree.text, rootOf(tree)).edits(change);
}

/** The text after edits that do not overlap. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  let result = text;
  for (const { offset, length, text: put } of [...edits].sort((a, b) => b.offset - a.offset || b.length - a.length)) result = result.slice(0, offset) + put + result.slice(offset + length);
  return result;
}

class Editor {
  private readonly style: JsonStyle;

  constructor(private readonly text: string, private readonly root: Node) {
    this.style = styleOf(text);
  }

  edits(change: JsonChange): readonly TextEdit[] {
    if (change.kind === 'set') return this.set(change.pointer, plain(change.value));
    const node = this.find(change.pointer);
    if (change.kind === 'remove') return this.remove(node, change.pointer);
    if (change.kind === 'rename') return this.rename(node, change.key, change.pointer);
    if (node.type !== 'array') throw new RangeError(`editJson: ${change.pointer} is no array`);
    return change.kind === 'move' ? this.move(node, change.from, change.to) : this.insert(node, change.index, plain(change.value));
  }

  private find(pointer: string): Node {
    const found = pointerTokens(pointer).reduce<Node | undefined>((node, token) => node && childOf(node, token), this.root);
    if (found === undefined) throw new RangeError(`editJson: there is nothing at ${pointer}`);
    return found;
  }

  private set(pointer: string, value: unknown): readonly TextEdit[] {
    const tokens = pointerTokens(pointer);
    let node = this.root;
    for (const [index, token] of tokens.entries()) {
      const next = childOf(node, token);
      if (next !== undefined) {
        node = next;
        continue;
      }
      const missing = tokens.slice(index + 1).reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
      if (node.type === 'object') return this.addMember(node, token, missing);
      if (node.type === 'array' && (token === '-' || token === String(node.children?.length ?? 0))) return this.insert(node, node.children?.length ?? 0, missing);
      throw new RangeError(`editJson: nothing can be set at ${pointer}`);
    }
    return this.replace(node, value);
  }

  /** Only what differs: whoever sets a whole rule has mostly changed one word of it. */
  private replace(node: Node, value: unknown): readonly TextEdit[] {
    const before = valueOf(node);
    if (equalJson(before, value)) return [];
    if (node.type === 'object' && isRecord(value)) return this.replaceMembers(node, value);
    if (node.type === 'array' && Array.isArray(value)) return this.replaceItems(node, value);
    return [{ offset: node.offset, length: node.length, text: written(value, this.style, this.marginAt(node.offset)) }];
  }

  private replaceMembers(node: Node, value: Readonly<Record<string, unknown>>): readonly TextEdit[] {
    const members = node.children ?? [];
    const kept = members.filter((member) => Object.prototype.hasOwnProperty.call(value, keyOf(member)));
    const gone = members.filter((member) => !kept.includes(member));
    const added = Object.keys(value).filter((key) => !members.some((member) => keyOf(member) === key));
    // Where several members go or come, the commas between them are written anew; so they are where a key stands twice, or none stays.
    const isAnew = added.length + gone.length > 1 || new Set(members.map(keyOf)).size < members.length || (kept.length === 0 && members.length > 0);
    if (isAnew) return [{ offset: node.offset, length: node.length, text: this.rewritten(node, value) }];
    const removals = gone[0] ? this.removeChild(node, members.indexOf(gone[0])) : [];
    const changes = kept.flatMap((member) => this.replace(member.children?.[1] as Node, value[keyOf(member)]));
    return [...changes, ...removals, ...(added[0] === undefined ? [] : this.addMember(node, added[0], value[added[0]]))];
  }

  private replaceItems(node: Node, value: readonly unknown[]): readonly TextEdit[] {
    const items = node.children ?? [];
    const before = items.map(valueOf);
    let start = 0;
    while (start < before.length && start < value.length && equalJson(before[start], value[start])) start += 1;
    let end = 0;
    while (end < before.length - start && end < value.length - start && equalJson(before[before.length - 1 - end], value[value.length - 1 - end])) end += 1;
    const [gone, come] = [before.length - start - end, value.length - start - end];
    if (gone === come) return items.slice(start, start + gone).flatMap((item, index) => this.replace(item, value[start + index]));
    if (gone === 0 && come === 1) return this.insert(node, start, value[start]);
    if (come === 0 && gone === 1) return this.removeChild(node, start);
    return [{ offset: node.offset, length: node.length, text: this.rewritten(node, value) }];
  }

  /** A container anew, with the parts that stay as their author wrote them. */
  private rewritten(node: Node, value: Readonly<Record<string, unknown>> | readonly unknown[]): string {
    const children = node.children ?? [];
    const isList = Array.isArray(value);
    const keys = isList ? value.map((_, index) => String(index)) : Object.keys(value);
    if (keys.length === 0) return isList ? '[]' : '{}';
    const lines = children.length > 0 ? !this.isInLine(node) : !this.style.isMinified && written(value, this.style, this.marginAt(node.offset)).includes(this.style.newLine);
    const margin = this.marginAt(node.offset);
    const inner = children[0] && lines ? this.marginAt(children[0].offset) : `${margin}${this.style.indent}`;
    const unused = new Set(children);
    const parts = keys.map((key) => {
      const part = (value as Readonly<Record<string, unknown>>)[key];
      const same = isList ? [...unused].find((child) => equalJson(valueOf(child), part)) : [...unused].reverse().find((child) => keyOf(child) === key);
      if (same === undefined) return `${isList ? '' : `${JSON.stringify(key)}${this.style.colon}`}${written(part, this.style, lines ? inner : margin, this.likeChildren(node))}`;
      unused.delete(same);
      const kept = this.text.slice(same.offset, same.offset + same.length);
      if (isList) return kept;
      const member = same.children?.[1] as Node;
      return applyTextEdits(kept, this.replace(member, part).map((edit) => ({ ...edit, offset: edit.offset - same.offset })));
    });
    const [open, close] = isList ? '[]' : '{}';
    if (!lines) return `${open ?? ''}${isList ? '' : this.style.padding}${parts.join(this.style.comma)}${isList ? '' : this.style.padding}${close ?? ''}`;
    const { newLine } = this.style;
    return `${open ?? ''}${newLine}${parts.map((part) => `${inner}${part}`).join(`,${newLine}`)}${newLine}${margin}${close ?? ''}`;
  }

  private addMember(node: Node, key: string, value: unknown): readonly TextEdit[] {
    return this.addChild(node, node.children?.length ?? 0, value, `${JSON.stringify(key)}${this.style.colon}`);
  }

  private insert(node: Node, index: number, value: unknown): readonly TextEdit[] {
    if (!Number.isInteger(index) || index < 0 || index > (node.children?.length ?? 0)) throw new RangeError(`editJson: an array of ${String(node.children?.length ?? 0)} has no place ${String(index)}`);
    return this.addChild(node, index, value, '');
  }

  private addChild(node: Node, index: number, value: unknown, before: string): readonly TextEdit[] {
    const children = node.children ?? [];
    const inLine = this.isInLine(node);
    const margin = this.marginAt(node.offset);
    if (children.length === 0) {
      const wrapped: unknown = before === '' ? [value] : { [JSON.parse(before.slice(0, before.length - this.style.colon.length)) as string]: value };
      return [{ offset: node.offset, length: node.length, text: written(wrapped, this.style, margin) }];
    }
    const neighbour = children[Math.min(index, children.length - 1)] as Node;
    const inner = inLine ? margin : this.marginAt(neighbour.offset);
    const text = `${before}${written(value, this.style, inner, this.likeChildren(node))}`;
    const gap = inLine ? this.style.comma : `,${this.style.newLine}${inner}`;
    if (index < children.length) return [{ offset: neighbour.offset, length: 0, text: `${text}${gap}` }];
    return [{ offset: neighbour.offset + neighbour.length, length: 0, text: `${gap}${text}` }];
  }

  private remove(node: Node, pointer: string): readonly TextEdit[] {
    const child = node.parent?.type === 'property' ? node.parent : node;
    const holder = child.parent;
    if (holder === undefined) throw new RangeError(`editJson: ${pointer === '' ? 'the document itself' : pointer} cannot be removed`);
    return this.removeChild(holder, (holder.children ?? []).indexOf(child));
  }

  private removeChild(node: Node, index: number): readonly TextEdit[] {
    const children = node.children ?? [];
    const [child, next, before] = [children[index] as Node, children[index + 1], children[index - 1]];
    if (next !== undefined) return [{ offset: child.offset, length: next.offset - child.offset, text: '' }];
    if (before !== undefined) return [{ offset: before.offset + before.length, length: child.offset + child.length - before.offset - before.length, text: '' }];
    return [{ offset: node.offset + 1, length: node.length - 2, text: '' }];
  }

  /** Items change places, what stands between them stays. */
  private move(node: Node, from: number, to: number): readonly TextEdit[] {
    const items = node.children ?? [];
    for (const index of [from, to]) if (items[index] === undefined) throw new RangeError(`editJson: an array of ${String(items.length)} has no place ${String(index)}`);
    if (from === to) return [];
    const order = items.map((_, index) => index);
    order.splice(to, 0, ...order.splice(from, 1));
    return items.flatMap((item, index) => {
      const source = items[order[index] as number] as Node;
      return source === item ? [] : [{ offset: item.offset, length: item.length, text: this.text.slice(source.offset, source.offset + source.length) }];
    });
  }

  private rename(node: Node, key: string, pointer: string): readonly TextEdit[] {
    const [name] = node.parent?.type === 'property' ? (node.parent.children ?? []) : [];
    if (name === undefined) throw new RangeError(`editJson: ${pointer} has no key`);
    const others = (node.parent?.parent?.children ?? []).filter((member) => member !== node.parent);
    if (others.some((member) => keyOf(member) === key)) throw new RangeError(`editJson: there is a member ${JSON.stringify(key)} already`);
    return [{ offset: name.offset, length: name.length, text: JSON.stringify(key) }];
  }

  private isOnOneLine({ offset, length }: Node): boolean {
    return !/[\r\n]/.test(this.text.slice(offset, offset + length));
  }

  /** Whether the children of a container stand on the line on which it begins. */
  private isInLine(node: Node): boolean {
    const first = node.children?.[0];
    return first === undefined || !/[\r\n]/.test(this.text.slice(node.offset, first.offset));
  }

  /** Whether each container among the children stands on one line; `undefined` where there is none to go by. */
  private likeChildren(node: Node): boolean | undefined {
    if (this.isInLine(node) && (node.children?.length ?? 0) > 0) return true;
    const containers = (node.children ?? []).map((child) => (child.type === 'property' ? (child.children?.[1] as Node) : child)).filter(isContainer);
    // An object's members are of all kinds; items of a list are alike.
    return containers.length === 0 || node.type === 'object' ? undefined : containers.every((child) => this.isOnOneLine(child));
  }

  private marginAt(offset: number): string {
    let start = offset;
    while (start > 0 && !/[\n\r]/.test(this.text.charAt(start - 1))) start -= 1;
    return /^[ \t]*/.exec(this.text.slice(start, offset))?.[0] ?? '';
  }
}

const isContainer = ({ type }: Node): boolean => type === 'object' || type === 'array';
const keyOf = (member: Node): string => (member.children?.[0]?.value as string | undefined) ?? '';

/** Of two members with one key the last one counts, as in `JSON.parse`. */
function childOf(node: Node, token: string): Node | undefined {
  if (node.type === 'array') return /^(0|[1-9]\d*)$/.test(token) ? node.children?.[Number(token)] : undefined;
  const members = (node.type === 'object' ? node.children : undefined) ?? [];
  return [...members].reverse().find((member) => keyOf(member) === token)?.children?.[1];
}

function valueOf(node: ValueNode): unknown {
  if (node.held !== undefined) return node.held.value;
  if (node.type === 'array') return (node.children ?? []).map(valueOf);
  if (node.type !== 'object') return node.value;
  return Object.fromEntries((node.children ?? []).map((member) => [keyOf(member), valueOf(member.children?.[1] as Node)]));
}

/** What JSON makes of a value; throws where that is nothing. */
function plain(value: unknown): unknown {
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) throw new TypeError('editJson: the value is not JSON');
  return JSON.parse(text);
}
