import { escapeToken } from '../problems/json-pointer.js';
import type { SourcePlace } from './loaded-scheme.js';
import type { ArrayNode, Member, ObjectNode, ScalarNode, SourceNode } from './source-node.js';
import type { TextPart, TextTree } from './text-tree.js';

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
    return (this.made ??= new Map(this.part.children.map(({ key, start, offset, part }) => [key, this.member(key, start, offset, part)])));
  }

  private member(key: string, start: number, offset: number, part: TextPart): Member {
    const { file } = this;
    const pointer = `${this.pointer}/${escapeToken(key)}`;
    const at = this.offset + start;
    return { get keyPlace() { return file.place(pointer, at); }, value: nodeOf(part, file, pointer, this.offset + offset) };
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
