import { visit } from 'jsonc-parser';
import { escapeToken } from '../problems/json-pointer.js';
import type { PlacedFinding } from './finding.js';
import { explainSyntaxError, lineAndColumn } from './json-syntax.js';
import { schemeLimits } from './limits.js';
import type { SourcePlace } from './loaded-scheme.js';
import type { Member, SourceNode } from './source-node.js';

/** What a text yields: the tree as far as it could be read, and what is wrong with the text. */
export interface ParsedJson {
  readonly root?: SourceNode;
  readonly findings: readonly PlacedFinding[];
}

/** Names that no object of ours may have. */
export const FORBIDDEN_KEYS: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/**
 * Reads strict JSON with the place of every part: no comments, no trailing commas. A byte order mark is tolerated. Of a
 * broken text the first mistake is told, since those after it follow from it.
 */
export function parseJson(source: string, document: string): ParsedJson {
  const start: SourcePlace = { document, pointer: '', line: 1, column: 1 };
  const refuse = (code: PlacedFinding['code'], params: PlacedFinding['params']): ParsedJson => ({ findings: [{ code, severity: 'error', place: start, params }] });
  if (source.length > schemeLimits.fileLength) return refuse('scheme/file-too-large', { limit: schemeLimits.fileLength });
  const text = source.charCodeAt(0) === 0xfeff ? source.slice(1) : source;
  // The parser calls itself per level: the depth is known before it starts.
  if (isDeeperThan(text, schemeLimits.depth)) return refuse('scheme/too-deep', { limit: schemeLimits.depth });
  const builder = new TreeBuilder(document);
  let broken = false;
  visit(
    text,
    {
      onObjectBegin: (_offset, _length, line, character) => builder.open('object', line, character),
      onObjectProperty: (key, _offset, _length, line, character) => builder.key(key, line, character),
      onObjectEnd: () => builder.close(),
      onArrayBegin: (_offset, _length, line, character) => builder.open('array', line, character),
      onArrayEnd: () => builder.close(),
      onLiteralValue: (value: unknown, offset, length, line, character) => {
        builder.literal(value as string | number | boolean | null, line, character);
        // 1e999 is infinity here, which no JSON says: such a document could not be hashed or stored.
        if (typeof value === 'number' && !Number.isFinite(value)) builder.refuseNumber(text.slice(offset, offset + length), line, character);
      },
      onError: (error, offset, length) => {
        if (broken) return;
        broken = true;
        builder.findings.push(explainSyntaxError(text, document, error, offset, length));
      },
    },
    { disallowComments: true, allowTrailingComma: false },
  );
  // Files saved in GBK or UTF-16 arrive with replacement characters in place of their Chinese, UTF-16 also with NULs between its letters.
  const garbled = text.search(/\ufffd|^(?:[\s!-~]\0){3}|^(?:\0[\s!-~]){3}/);
  if (garbled < 0) return builder.result(builder.findings);
  // What seems to be broken beside them follows from the encoding.
  const others = builder.findings.filter(({ code }) => code !== 'scheme/broken-json');
  return builder.result([...others, { code: 'scheme/not-utf8', severity: 'error', place: { ...start, ...lineAndColumn(text, garbled) }, params: {} }]);
}

/** Told before anything calls itself per level. */
export function isDeeperThan(text: string, limit: number): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (inString) {
      if (character === '\\') i++;
      // A string that is not closed ends with its line, for the parser too.
      else if (character === '"' || character === '\n' || character === '\r') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') {
      if (++depth > limit) return true;
    } else if (character === '}' || character === ']') depth--;
  }
  return false;
}

interface Open {
  readonly kind: 'object' | 'array';
  readonly place: SourcePlace;
  readonly members: Map<string, Member>;
  readonly items: SourceNode[];
  /** The key that the next value belongs to. */
  key?: string;
  keyPlace?: SourcePlace;
}

/** Builds the tree from what the parser meets. */
class TreeBuilder {
  root: SourceNode | undefined;
  readonly findings: PlacedFinding[] = [];
  private readonly stack: Open[] = [];
  private readonly refused = new Set<SourcePlace>();

  constructor(private readonly document: string) {}

  result(findings: readonly PlacedFinding[]): ParsedJson {
    return this.root ? { root: this.root, findings } : { findings };
  }

  open(kind: Open['kind'], line: number, character: number): void {
    this.stack.push({ kind, place: this.placeOfValue(line, character), members: new Map(), items: [] });
  }

  key(key: string, line: number, character: number): void {
    const open = this.stack[this.stack.length - 1];
    if (!open) return;
    open.key = key;
    open.keyPlace = { document: this.document, pointer: `${open.place.pointer}/${escapeToken(key)}`, line: line + 1, column: character + 1 };
    const code = FORBIDDEN_KEYS.includes(key) ? 'scheme/forbidden-key' : open.members.has(key) ? 'scheme/duplicate-key' : undefined;
    if (code) this.findings.push({ code, severity: 'error', place: open.keyPlace, params: { key } });
  }

  literal(value: string | number | boolean | null, line: number, character: number): void {
    this.attach({ kind: 'scalar', place: this.placeOfValue(line, character), value });
  }

  close(): void {
    const open = this.stack.pop();
    if (!open) return;
    const { kind, place, members, items } = open;
    this.attach(kind === 'object' ? { kind, place, members } : { kind, place, items });
  }

  refuseNumber(found: string, line: number, character: number): void {
    const place: SourcePlace = { document: this.document, pointer: '', line: line + 1, column: character + 1 };
    this.findings.push({ code: 'scheme/broken-json', severity: 'error', place, params: { expected: 'numberTooLarge', found: found.slice(0, 20) } });
  }

  private refuse(place: SourcePlace): void {
    if (this.refused.has(place)) return;
    this.refused.add(place);
    this.findings.push({ code: 'scheme/too-many-members', severity: 'error', place, params: { limit: schemeLimits.members } });
  }

  private placeOfValue(line: number, character: number): SourcePlace {
    const parent = this.stack[this.stack.length - 1];
    const pointer = parent === undefined ? '' : parent.kind === 'array' ? `${parent.place.pointer}/${parent.items.length}` : (parent.keyPlace?.pointer ?? parent.place.pointer);
    return { document: this.document, pointer, line: line + 1, column: character + 1 };
  }

  private attach(node: SourceNode): void {
    const parent = this.stack[this.stack.length - 1];
    if (!parent) this.root = this.root ?? node;
    else if (parent.items.length + parent.members.size >= schemeLimits.members) this.refuse(parent.place);
    else if (parent.kind === 'array') parent.items.push(node);
    else if (parent.key !== undefined && parent.keyPlace && !FORBIDDEN_KEYS.includes(parent.key)) parent.members.set(parent.key, { keyPlace: parent.keyPlace, value: node });
  }
}
