/** How the author of a JSON text writes: what is put into it is written the same way. */
export interface JsonStyle {
  readonly newLine: '\n' | '\r\n';
  /** One step of indentation. */
  readonly indent: string;
  /** Between a bracket of an object and what it holds, on one line. */
  readonly padding: '' | ' ';
  readonly colon: ':' | ': ';
  /** Between two things on one line. */
  readonly comma: ',' | ', ';
  /** Whether the text has lines at all. */
  readonly isMinified: boolean;
}

/** The longest thing that is written on one line, in UTF-16 units, where nothing beside it says otherwise. */
const LONGEST_LINE = 100;

export function styleOf(text: string): JsonStyle {
  const body = text.trim();
  const isMinified = !/[\r\n]/.test(body) && body !== '{}' && body !== '[]' && !/^\{ |": /.test(body);
  return {
    newLine: text.includes('\r\n') ? '\r\n' : '\n',
    indent: /[\r\n]([ \t]+)\S/.exec(text)?.[1] ?? '  ',
    padding: isMinified || (/\{"/.test(text) && !/\{ "/.test(text)) ? '' : ' ',
    colon: isMinified || (/":\S/.test(text) && !/": /.test(text)) ? ':' : ': ',
    comma: isMinified ? ',' : ', ',
    isMinified,
  };
}

/** On one line. */
export function onOneLine(value: unknown, style: JsonStyle): string {
  if (Array.isArray(value)) return `[${value.map((item) => onOneLine(item, style)).join(style.comma)}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}${style.colon}${onOneLine(member, style)}`);
  return members.length === 0 ? '{}' : `{${style.padding}${members.join(style.comma)}${style.padding}}`;
}

/**
 * A value as its author would write it: on one line where that is short or its neighbours stand on one line each, otherwise over several.
 *
 * @param margin - Indentation of the line on which it begins.
 * @param oneLine - Whether its neighbours stand on one line each; by its length where nobody knows.
 */
export function written(value: unknown, style: JsonStyle, margin: string, oneLine?: boolean): string {
  const line = onOneLine(value, style);
  if (style.isMinified || typeof value !== 'object' || value === null || line.length <= 2 || (oneLine ?? margin.length + line.length <= LONGEST_LINE)) return line;
  const inner = `${margin}${style.indent}`;
  const parts = Array.isArray(value) ? value.map((item) => written(item, style, inner)) : Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}${style.colon}${written(member, style, inner)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open ?? ''}${style.newLine}${parts.map((part) => `${inner}${part}`).join(`,${style.newLine}`)}${style.newLine}${margin}${close ?? ''}`;
}
