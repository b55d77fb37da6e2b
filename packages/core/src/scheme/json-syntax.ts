import type { PlacedFinding } from './finding.js';

/** Numbers of jsonc-parser's `ParseErrorCode`, a const enum that isolated modules cannot read. */
const expectedByError: Readonly<Record<number, string>> = {
  1: 'symbol',
  2: 'number',
  3: 'propertyName',
  4: 'value',
  5: 'colon',
  6: 'comma',
  7: 'closeBrace',
  8: 'closeBracket',
  9: 'endOfFile',
  10: 'noComment',
  11: 'noComment',
  12: 'endOfString',
  13: 'number',
  14: 'unicodeEscape',
  15: 'escape',
  16: 'noControlCharacter',
};

/** A broken text: where, what was expected there, and what stands there. */
export function explainSyntaxError(text: string, document: string, error: number, offset: number, length: number): PlacedFinding {
  const comma = commaBefore(text, offset);
  const isTrailing = (error === 3 || error === 4) && comma >= 0 && /[}\]]/.test(text.charAt(offset));
  const expected = isTrailing ? 'noTrailingComma' : expectation(text, error, offset, length);
  const at = isTrailing ? comma : offset;
  const place = { document, pointer: '', ...lineAndColumn(text, at) };
  return { code: 'scheme/broken-json', severity: 'error', place, params: { expected, found: text.slice(at, at + Math.min(Math.max(length, 1), 20)) } };
}

function expectation(text: string, error: number, offset: number, length: number): string {
  if (text.trim() === '') return 'content';
  const character = text.charAt(offset);
  // What a Chinese keyboard or a word processor leaves behind.
  if (/[“”‘’]/.test(character)) return 'straightQuotes';
  if (/[，：；、｛｝［］]/.test(character)) return 'asciiPunctuation';
  if (character === "'") return 'doubleQuotes';
  const token = text.slice(offset, offset + length);
  if (error === 1 && /[，：；、｛｝［］]/.test(token)) return 'asciiPunctuation';
  if (error === 12 && /[“”][,，]?\s*$/.test(token)) return 'straightQuotes';
  if (error === 1 && text.charAt(offset - 1) === '"') return isNameUnclosed(text.slice(0, offset - 1)) ? 'closedName' : 'quoteInText';
  // A bracket of the other kind: what is missing before it is no comma.
  if (error === 6 && character === '}') return 'closeBracket';
  if (error === 6 && character === ']') return 'closeBrace';
  return expectedByError[error] ?? 'value';
}

/** Of `"id: "` the second quote was to begin the value: the name before the colon has no end. */
function isNameUnclosed(before: string): boolean {
  return /"[^"\r\n]*[:：]\s*$/.test(before);
}

/** The comma that stands before the offset with nothing but space between, or -1. */
function commaBefore(text: string, offset: number): number {
  let index = offset - 1;
  while (index >= 0 && /\s/.test(text.charAt(index))) index--;
  return text.charAt(index) === ',' ? index : -1;
}

/** 1-based line and column (in UTF-16 units, as editors count) of an offset. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines[lines.length - 1] ?? '').length + 1 };
}
