import { isAreaCode } from '../codes/area-code.js';
import { isBankCard } from '../codes/bank-card.js';
import { isCitizenNumber } from '../codes/citizen-number.js';
import { isMobileNumber } from '../codes/mobile-number.js';
import { isOrganisationCode } from '../codes/organisation-code.js';
import { HIDDEN } from './mask.js';

/** A number of a person in a text: half-open span in UTF-16 units, so `text.slice(start, end)` is what was found, separators included. */
export interface PersonalDataFinding {
  readonly kind: 'citizenNumber' | 'phone' | 'bankAccount';
  readonly start: number;
  readonly end: number;
}

/** A digit or X of the text in plain form, with its place; `joined` when it follows another digit of its own writing without separator. */
interface Character {
  readonly value: string;
  readonly index: number;
  readonly joined: boolean;
}

/** A stretch of such characters that belong together. */
type Piece = readonly Character[];

/** The place after the number that begins at `from`, if one does. */
type Finder = (piece: Piece, from: number) => number | undefined;

/** Chinese numerals that stand for one digit each, as people spell a number to hide it; 万 and 千 belong to amounts and end a run. */
const NUMERALS: ReadonlyMap<string, string> = new Map(
  ['〇零○', '一壹幺', '二贰', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap((written, digit) => [...written].map((sign): [string, string] => [sign, String(digit)])),
);

/** Digits of any width and Chinese numerals, with up to three spaces, hyphens or invisible characters between two of them; line and column breaks end a run. */
const RUN = /[0-9０-９〇零○一壹幺二贰三叁四肆五伍六陆七柒八捌九玖](?:[ \u00A0\u2000-\u200D\u202F\u2060\u3000\uFEFF\u00AD\-‐‑‒–—−－﹣]{0,3}[0-9０-９XxＸｘ〇零○一壹幺二贰三叁四肆五伍六陆七柒八捌九玖])*/g;

/**
 * Finds citizen numbers (with date and check digit), mobile numbers and bank card numbers (Luhn) in free text, such as a rendered notice,
 * before it is published. Full-width digits, Chinese numerals and numbers divided by spaces or hyphens are read.
 *
 * It is a net under field-by-field publication rules, not a substitute: names, addresses, landlines and mistyped numbers pass through it. Area codes and organisation codes are public and left alone.
 *
 * @returns Findings by place, not overlapping.
 * @example findPersonalData('联系人 138-0013-8000') // [{ kind: 'phone', start: 4, end: 17 }]
 */
export function findPersonalData(text: string): PersonalDataFinding[] {
  const findings: PersonalDataFinding[] = [];
  for (const match of text.matchAll(RUN)) {
    let pieces: Piece[] = [readRun(match[0], match.index ?? 0)];
    for (const [kind, find] of FINDERS) pieces = pieces.flatMap((piece) => takeOut(piece, kind, find, findings));
  }
  return findings.sort((a, b) => a.start - b.start);
}

/** How much of the text around a number an excerpt shows. */
const AROUND = 8;

/**
 * The number with a few words around it, so that it is found again, and with every number in them covered.
 *
 * @example personalDataExcerpt('请联系张书记 138-0013-8000，下午', findPersonalData('请联系张书记 138-0013-8000，下午')[0]) // '请联系张书记 ******，下午'
 */
export function personalDataExcerpt(text: string, { start, end }: PersonalDataFinding): string {
  const from = Math.max(0, start - AROUND);
  const to = Math.min(text.length, end + AROUND);
  let shown = '';
  let at = from;
  for (const other of findPersonalData(text)) {
    if (other.end <= from || other.start >= to) continue;
    shown += `${text.slice(at, Math.max(at, other.start))}${HIDDEN}`;
    at = other.end;
  }
  return `${from > 0 ? '…' : ''}${shown}${text.slice(at, Math.max(at, to))}${to < text.length ? '…' : ''}`;
}

function readRun(text: string, offset: number): Piece {
  const characters: Character[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const numeral = NUMERALS.get(text.charAt(index));
    const value = numeral ?? text.charAt(index).normalize('NFKC').toUpperCase();
    if (!/[\dX]/.test(value)) continue;
    const previous = characters[characters.length - 1];
    // "其一" before a number is no part of it: where the writing changes, a number may begin or end.
    const sameWriting = NUMERALS.has(text.charAt(index - 1)) === (numeral !== undefined);
    const joined = previous !== undefined && previous.index === offset + index - 1 && previous.value !== 'X' && value !== 'X' && sameWriting;
    characters.push({ value, index: offset + index, joined });
  }
  return characters;
}

/**
 * Notes what is found in a piece and gives what stands before and after it, to be searched for the next kind as if it began and ended there.
 * The surest kind comes first: a citizen number is recognised in the middle of other digits, the others have to stand alone, or every
 * long number would contain one.
 */
function takeOut(piece: Piece, kind: PersonalDataFinding['kind'], find: Finder, findings: PersonalDataFinding[]): Piece[] {
  const rest: Piece[] = [];
  let begin = 0;
  for (let from = 0; from < piece.length; from += 1) {
    const to = find(piece, from);
    if (to === undefined) continue;
    findings.push({ kind, start: piece[from]?.index ?? 0, end: (piece[to - 1]?.index ?? 0) + 1 });
    rest.push(piece.slice(begin, from));
    begin = to;
    from = to - 1;
  }
  rest.push(piece.slice(begin));
  return rest.filter(({ length }) => length > 0);
}

const findCitizenNumber: Finder = (piece, from) => (isCitizenNumber(textOf(piece, from, from + 18)) ? from + 18 : undefined);

const findPhone: Finder = (piece, from) => standingAlone(piece, from, [11, 15], (digits) => isMobileNumber(digits.replace(/^(?:00)?86(?=\d{11}$)/, '')));

const findBankAccount: Finder = (piece, from) =>
  standingAlone(piece, from, [12, 19], (digits, inOnePiece) => {
    if (!isBankCard(digits) || isPublicCode(digits)) return false;
    // Amounts and years in a row make long numbers too; a card in groups has at least 15 digits and begins with one given to banks and cards.
    return inOnePiece || (digits.length >= 15 && /^[34569]/.test(digits));
  });

const FINDERS: readonly (readonly [PersonalDataFinding['kind'], Finder])[] = [
  ['citizenNumber', findCitizenNumber],
  ['phone', findPhone],
  ['bankAccount', findBankAccount],
];

/** Village codes, and organisation codes of the three large registries (1, 5, 9) without letters, pass Luhn one time in ten. */
function isPublicCode(digits: string): boolean {
  return isAreaCode(digits) || (/^[159]/.test(digits) && isOrganisationCode(digits));
}

/** The end of the longest accepted number that begins at `from`, where both ends are separators, an X or ends of the piece. */
function standingAlone(
  piece: Piece,
  from: number,
  [shortest, longest]: readonly [number, number],
  accepts: (digits: string, inOnePiece: boolean) => boolean,
): number | undefined {
  if (from > 0 && piece[from]?.joined === true) return undefined;
  for (let to = Math.min(from + longest, piece.length); to >= from + shortest; to -= 1) {
    if (piece[to]?.joined === true) continue;
    const inOnePiece = piece.slice(from + 1, to).every(({ joined }) => joined);
    if (accepts(textOf(piece, from, to), inOnePiece)) return to;
  }
  return undefined;
}

function textOf(piece: Piece, from: number, to: number): string {
  return piece.slice(from, to).map(({ value }) => value).join('');
}
