import { escapeToken } from '../problems/json-pointer.js';
import type { SourcePlace } from './loaded-scheme.js';
import type { ArrayNode, Member, ObjectNode, ScalarNode, SourceNode } from './source-node.js';
import type { TextChild, TextPart, TextTree } from './text-tree.js';

/** The nodes of a text that has been read: each is made when somebody asks for it, so that a text of which little is asked costs little. */
export function sourceOf(tree: TextTree, document: string): SourceNode {
  return nodeOf(tree.root, new TextFile(tree.text, document), '', tree.start);
}

/** The part of a text that a node is; `undefined` for a node that was put together of others. */
export function partOf(node: SourceNode): TextPart | undefined {
  return node instanceof TextContainer ? node.part : undefined;
}

/** Where lines begin is looked for once, when the first line is asked for. */
class TextFile {
  private lines: readonly number[] | undefined;

  constructor(readonly text: string, readonly document: string) {}

  place(pointer: string, offset: number): SourcePlace {
    const lines = (this.lines ??= lineStarts(this.text));
    let [line, after] = [0, lines.length];
    while (after - line > 1) {
      const middle = (line + after) >> 1;
      if ((lines[middle] ?? 0) <= offset) line = middle;
      else after = middle;
    }
    return { document: this.document, pointer, line: line + 1, column: offset - (lines[line] ?? 0) + 1 };
  }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  if (text.includes('\r')) for (const { 0: line, index } of text.matchAll(/\r\n?|\n/g)) starts.push(index + line.length);
  else for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function nodeOf(part: TextPart, file: TextFile, pointer: string, offset: number): SourceNode {
  if (part.kind === 'object') return new TextObject(part, file, pointer, offset);
  return part.kind === 'array' ? new TextArray(part, file, pointer, offset) : new TextScalar(part, file, pointer, offset);
}

class TextContainer {
  constructor(readonly part: TextPart, protected readonly file: TextFile, protected readonly pointer: string, protected readonly offset: number) {}

  get place(): SourcePlace {
    return this.file.place(this.pointer, this.offset);
  }
}

class TextObject extends TextContainer implements ObjectNode {
  readonly kind = 'object';
  private made: ReadonlyMap<string, Member> | undefined;

  get members(): ReadonlyMap<string, Member> {
    return (this.made ??= new TextMembers(this.part, (child) => this.member(child)));
  }

  private member({ key, start, offset, part }: TextChild): Member {
    const { file } = this;
    const pointer = `${this.pointer}/${escapeToken(key)}`;
    const at = this.offset + start;
    return { get keyPlace() { return file.place(pointer, at); }, value: nodeOf(part, file, pointer, this.offset + offset) };
  }
}

/** Where each key stands, for as long as the object stays the same part. */
const indexes = new WeakMap<TextPart, ReadonlyMap<string, number>>();

function indexOf(part: TextPart): ReadonlyMap<string, number> {
  const known = indexes.get(part);
  if (known !== undefined) return known;
  const index = new Map(part.children.map(({ key }, at) => [key, at]));
  indexes.set(part, index);
  return index;
}

/** The members of an object; of hundreds mostly one is asked for. */
class TextMembers implements ReadonlyMap<string, Member> {
  private readonly made = new Map<string, Member>();
  private whole: ReadonlyMap<string, Member> | undefined;

  constructor(private readonly part: TextPart, private readonly make: (child: TextChild) => Member) {}

  get size(): number {
    return this.part.children.length;
  }

  has(key: string): boolean {
    return indexOf(this.part).has(key);
  }

  get(key: string): Member | undefined {
    const known = this.made.get(key);
    const child = known === undefined ? this.part.children[indexOf(this.part).get(key) ?? -1] : undefined;
    if (child === undefined) return known;
    const member = this.make(child);
    this.made.set(key, member);
    return member;
  }

  keys(): MapIterator<string> {
    return indexOf(this.part).keys();
  }

  values(): MapIterator<Member> {
    return this.all().values();
  }

  entries(): MapIterator<[string, Member]> {
    return this.all().entries();
  }

  [Symbol.iterator](): MapIterator<[string, Member]> {
    return this.entries();
  }

  forEach(callback: (value: Member, key: string, map: ReadonlyMap<string, Member>) => void): void {
    this.all().forEach((member, key) => callback(member, key, this));
  }

  /** In the order of the text, whatever was asked for first. */
  private all(): ReadonlyMap<string, Member> {
    return (this.whole ??= new Map(this.part.children.map((child) => [child.key, this.get(child.key) as Member])));
  }
}

class TextArray extends TextContainer implements ArrayNode {
  readonly kind = 'array';
  private made: readonly SourceNode[] | undefined;

  get items(): readonly SourceNode[] {
    return (this.made ??= this.part.children.map(({ offset, part }, index) => nodeOf(part, this.file, `${this.pointer}/${index}`, this.offset + offset)));
  }
}

class TextScalar implements ScalarNode {
  readonly kind = 'scalar';

  constructor(private readonly part: TextPart, private readonly file: TextFile, private readonly pointer: string, private readonly offset: number) {}

  get place(): SourcePlace {
    return this.file.place(this.pointer, this.offset);
  }

  get value(): ScalarNode['value'] {
    return this.part.value as ScalarNode['value'];
  }
}
