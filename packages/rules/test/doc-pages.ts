import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../docs/', import.meta.url));

export interface DocPage {
  /** File name, `votes.md`. */
  readonly name: string;
  readonly text: string;
  /** TypeScript with what it prints. */
  readonly snippets: readonly { readonly code: string; readonly output: string }[];
  /** Parts of a scheme or of a case, parsed. */
  readonly parts: readonly unknown[];
}

/** All pages of the documentation, by name. */
export function docPages(): readonly DocPage[] {
  return readdirSync(folder).filter((name) => name.endsWith('.md')).sort().map((name) => {
    const text = readFileSync(`${folder}${name}`, 'utf8');
    return {
      name, text,
      snippets: [...text.matchAll(/```ts\n([^]*?)```\n+prints[^\n]*\n+```text\n([^]*?)```/g)].map(([, code = '', output = '']) => ({ code, output })),
      parts: [...text.matchAll(/```json\n([^]*?)```/g)].map(([, block = '']): unknown => JSON.parse(block)),
    };
  });
}

/** How many blocks of a language a page has, whatever follows them. */
export const blockCount = ({ text }: DocPage, language: string): number => text.split(`\`\`\`${language}\n`).length - 1;
