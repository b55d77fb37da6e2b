/** An open quotation: what closes it in the text, and what is written in its place. */
interface Quotation { readonly closing: string; readonly written: string }

/** Opening marks of one family with what closes them, and what stands for both inside another quotation. */
const MARKS: Readonly<Record<string, { readonly closing: string; readonly inner: readonly [string, string] }>> = {
  '“': { closing: '”', inner: ['‘', '’'] },
  '"': { closing: '"', inner: ["'", "'"] },
  '「': { closing: '」', inner: ['『', '』'] },
};
const BEGINS_WORD = /^[\p{L}\p{N}“「]/u;
const ENDS_NOTHING = /^[\s("“「[{]?$/;

/**
 * Quotation marks inside a quotation, as a name with marks of its own brings them into a sentence: the inner ones become single. Text whose marks do not pair
 * is left as it is.
 *
 * @example nestQuotes('“村“两委”商议”还没有日期') // '“村‘两委’商议”还没有日期'
 * @example nestQuotes('"The "two committees" meet" has no date') // `"The 'two committees' meet" has no date`
 */
export function nestQuotes(text: string): string {
  if (!/[“"「].*[“"「]/s.test(text)) return text;
  const open: Quotation[] = [];
  let said = '';
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    const innermost = open[open.length - 1];
    // A straight mark opens where a word begins behind a space; else it closes what is open.
    const opensInside = character !== '"' || innermost?.closing !== '"' || (ENDS_NOTHING.test(text.charAt(index - 1)) && BEGINS_WORD.test(text.slice(index + 1, index + 3)));
    const mark = Object.prototype.hasOwnProperty.call(MARKS, character) && opensInside ? MARKS[character] : undefined;
    if (mark) {
      const isInner = open.filter(({ closing }) => (closing === '」') === (mark.closing === '」')).length % 2 === 1;
      open.push({ closing: mark.closing, written: isInner ? mark.inner[1] : mark.closing });
      said += isInner ? mark.inner[0] : character;
    } else if (innermost?.closing === character) {
      said += innermost.written;
      open.pop();
    } else if (character === '”' || character === '」') return text;
    else said += character;
  }
  return open.length === 0 ? said : text;
}

/** The same in both sentences of a finding. */
export const nestQuotesIn = <T extends { readonly message: string; readonly remedy?: string }>(words: T): T => ({
  ...words, message: nestQuotes(words.message), ...(words.remedy === undefined ? {} : { remedy: nestQuotes(words.remedy) }),
});
