import type { Node } from 'jsonc-parser';
import type { TextChild, TextPart, TextTree } from '../scheme/text-tree.js';

/** A node as `parseTree` makes it, with the value of everything in it; what it holds is made when somebody asks for it. */
export interface ValueNode extends Node {
  readonly held?: TextPart;
}

/** The root of a text that has been read already. */
export const rootOf = ({ root, start }: TextTree): ValueNode => new PartNode(root, start, undefined);

class PartNode implements ValueNode {
  readonly type: Node['type'];
  private made: Node[] | undefined;

  constructor(readonly held: TextPart, readonly offset: number, readonly parent: Node | undefined) {
    this.type = held.kind === 'scalar' ? typeOf(held.value) : held.kind;
  }

  get length(): number {
    return this.held.length;
  }

  get value(): unknown {
    return this.held.kind === 'scalar' ? this.held.value : undefined;
  }

  get children(): Node[] | undefined {
    if (this.held.kind === 'scalar') return undefined;
    return (this.made ??= this.held.children.map((child) => (this.type === 'array' ? new PartNode(child.part, this.offset + child.offset, this) : new MemberNode(child, this.offset, this))));
  }
}

class MemberNode implements Node {
  readonly type = 'property';
  readonly offset: number;
  readonly length: number;
  private made: Node[] | undefined;

  constructor(private readonly child: TextChild, private readonly base: number, readonly parent: Node) {
    this.offset = base + child.start;
    this.length = child.offset + child.part.length - child.start;
  }

  get children(): Node[] {
    const { child, base } = this;
    return (this.made ??= [{ type: 'string', offset: this.offset, length: child.keyLength, value: child.key, parent: this }, new PartNode(child.part, base + child.offset, this)]);
  }
}

const typeOf = (value: unknown): Node['type'] => (value === null ? 'null' : (typeof value as 'string' | 'number' | 'boolean'));
