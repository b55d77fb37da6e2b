/** Line and column, from 1. */
export interface TextPlace { readonly line: number; readonly column: number }

/**
 * Where the value of a pointer is written in a JSON text; where it is not written, the nearest value around it.
 *
 * @param text - JSON that has been read without a problem.
 * @param tokens - Of the pointer, unescaped.
 */
export function jsonPlace(text: string, tokens: readonly string[]): TextPlace {
  const end = new Scan(text).find(tokens);
  const before = text.slice(0, end).split('\n');
  return { line: before.length, column: (before[before.length - 1] ?? '').length + 1 };
}

/** A walk over the text that goes into the parts on the way and passes over all others. */
class Scan {
  private at = 0;

  constructor(private readonly text: string) {}

  find([token, ...rest]: readonly string[]): number {
    this.blank();
    const start = this.at;
    const opening = this.text.charAt(start);
    if (token === undefined || (opening !== '{' && opening !== '[')) return start;
    this.at += 1;
    for (let index = 0; this.hasNext(); index += 1) {
      const name = opening === '{' ? this.name() : String(index);
      if (name === token) return this.find(rest);
      this.pass();
    }
    return start;
  }

  /** Steps over the comma before a member; false at the end of the list or object. */
  private hasNext(): boolean {
    this.blank();
    if (this.text.charAt(this.at) === ',') this.at += 1;
    this.blank();
    return this.at < this.text.length && !/[\]}]/.test(this.text.charAt(this.at));
  }

  private name(): string {
    const start = this.at;
    this.pass();
    const name = JSON.parse(this.text.slice(start, this.at)) as string;
    this.blank();
    this.at += 1;
    return name;
  }

  /** Passes over one value, without recursion: how deep it is does not matter. */
  private pass(): void {
    this.blank();
    let depth = 0;
    do {
      const found = this.matched(/"(?:[^"\\]|\\[^])*"|[{[\]}]|[^"{[\]},:\s]+|[,:\s]+/y);
      if (found === '') return;
      if (found === '{' || found === '[') depth += 1;
      else if (found === '}' || found === ']') depth -= 1;
    } while (depth > 0);
  }

  private blank(): void {
    this.matched(/\s*/y);
  }

  private matched(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const [found = ''] = pattern.exec(this.text) ?? [];
    this.at += found.length;
    return found;
  }
}
