import type { Locale, Problem } from '@cobuild/core';
import { nestQuotesIn } from '@cobuild/core';
import { columnName } from './sheet.js';

/** A place in a sheet: row and column count from 0, the header row included. */
export interface SheetPlace { readonly row: number; readonly column?: number; readonly header?: string }

type Params = Readonly<Record<string, string | number>>;
interface Words { readonly message: string; readonly remedy?: string }

/** A case is told with the words of whoever read it. */
function remedyOf({ remedy }: Params): Pick<Words, 'remedy'> {
  return remedy === undefined ? {} : { remedy: String(remedy) };
}

const sentences = {
  'zh-CN': {
    'sheet/empty': () => ({ message: '表里没有内容', remedy: '第一行写列名，从第二行起每行一条。' }),
    'sheet/too-many-rows': (p) => ({ message: `表有 ${p['rows'] ?? ''} 行，超过 ${p['most'] ?? ''} 行`, remedy: '请分成几个文件。' }),
    'sheet/unknown-column': (p) => ({ message: `不认识列名“${p['header'] ?? ''}”`, remedy: `${p['nearest'] === undefined ? '' : `是否想写“${p['nearest'] ?? ''}”？`}可以写字段的名称或代号；不需要的列请删去。` }),
    'sheet/ambiguous-column': (p) => ({ message: `列名“${p['header'] ?? ''}”有不止一个字段对得上`, remedy: `请写代号：${p['known'] ?? ''}。` }),
    'sheet/second-column': (p) => ({ message: `“${p['header'] ?? ''}”有两列`, remedy: '请删去一列。' }),
    'sheet/missing-column': (p) => ({ message: `缺少“${p['name'] ?? ''}”一列`, remedy: '请补上这一列。' }),
    'sheet/bad-value': (p) => ({ message: `“${p['value'] ?? ''}”不能作为${p['wanted'] ?? ''}`, remedy: p['known'] === undefined ? '请改正这个单元格。' : `可以写：${p['known'] ?? ''}。` }),
    'sheet/empty-output': () => ({ message: '没有填', remedy: '请填写；还没有定的，写“未定”。' }),
    'sheet/bad-case': (p) => ({ message: String(p['message'] ?? ''), ...remedyOf(p) }),
    'sheet/bad-mark': (p) => ({ message: String(p['message'] ?? '') }),
    'sheet/second-id': (p) => ({ message: `编号“${p['id'] ?? ''}”在第 ${p['first'] ?? ''} 行已经有了`, remedy: '编号不能重复。' }),
    'sheet/id-taken': (p) => ({ message: `编号“${p['id'] ?? ''}”的申请已经在系统里`, remedy: '已经导入过的行请删去；确是另一个申请的，请换一个编号。' }),
    'sheet/missing-scan': () => ({ message: '写了纸质申请的收件情况，没有写扫描件', remedy: '请写扫描件的编号；不是纸质申请的，请把收件日期留空。' }),
    'sheet/only-scan': () => ({ message: '只有扫描件，没有申请的内容', remedy: '请补上申请的内容，或删去这一行。' }),
    'sheet/unknown-entry': (p) => ({ message: `名册里没有“${p['value'] ?? ''}”`, remedy: '请核对编号；不在名册里的行请删去。' }),
    'sheet/beyond-entries': (p) => ({ message: `粘贴了 ${p['rows'] ?? ''} 行，表里从这一行起只有 ${p['entries'] ?? ''} 条`, remedy: '请从正确的一行开始粘贴，或先筛选出要填的条目。' }),
    'sheet/unknown-reviewer-mark': (p) => ({ message: `“${p['value'] ?? ''}”不能作为分数`, remedy: '写数字；不适用写“不适用”，没有评写空。' }),
  },
  en: {
    'sheet/empty': () => ({ message: 'The sheet is empty.', remedy: 'Name the columns in the first row, one entry per row below.' }),
    'sheet/too-many-rows': (p) => ({ message: `The sheet has ${p['rows'] ?? ''} rows, more than ${p['most'] ?? ''}.`, remedy: 'Split it into several files.' }),
    'sheet/unknown-column': (p) => ({ message: `There is no field "${p['header'] ?? ''}".`, remedy: `${p['nearest'] === undefined ? '' : `Did you mean "${p['nearest'] ?? ''}"? `}Columns are named by a field's title or key; remove what is not needed.` }),
    'sheet/ambiguous-column': (p) => ({ message: `More than one field is called "${p['header'] ?? ''}".`, remedy: `Write the key: ${p['known'] ?? ''}.` }),
    'sheet/second-column': (p) => ({ message: `There are two columns "${p['header'] ?? ''}".`, remedy: 'Remove one of them.' }),
    'sheet/missing-column': (p) => ({ message: `There is no column "${p['name'] ?? ''}".`, remedy: 'Add the column.' }),
    'sheet/bad-value': (p) => ({ message: `"${p['value'] ?? ''}" cannot be read as ${p['wanted'] ?? ''}.`, remedy: p['known'] === undefined ? 'Correct the cell.' : `Known: ${p['known'] ?? ''}.` }),
    'sheet/empty-output': () => ({ message: 'The cell is empty.', remedy: 'Fill it in; write UNDECIDED where nothing has been decided.' }),
    'sheet/bad-case': (p) => ({ message: String(p['message'] ?? ''), ...remedyOf(p) }),
    'sheet/bad-mark': (p) => ({ message: String(p['message'] ?? '') }),
    'sheet/second-id': (p) => ({ message: `The id "${p['id'] ?? ''}" stands in row ${p['first'] ?? ''} already.`, remedy: 'Each id may stand once.' }),
    'sheet/id-taken': (p) => ({ message: `The application "${p['id'] ?? ''}" is on record already.`, remedy: 'Remove rows that were imported before; give another number to what is another application.' }),
    'sheet/missing-scan': () => ({ message: 'The receipt of a paper is given and no scan of it.', remedy: 'Name the scan; leave the day of receipt empty where there was no paper.' }),
    'sheet/only-scan': () => ({ message: 'The row has a scan and nothing of the application.', remedy: 'Fill in the application, or remove the row.' }),
    'sheet/unknown-entry': (p) => ({ message: `"${p['value'] ?? ''}" is not in the register.`, remedy: 'Correct the number; remove rows that are not in the register.' }),
    'sheet/beyond-entries': (p) => ({ message: `${p['rows'] ?? ''} rows were pasted, and from this row on there are ${p['entries'] ?? ''} entries only.`, remedy: 'Begin at the right row, or filter the entries first.' }),
    'sheet/unknown-reviewer-mark': (p) => ({ message: `"${p['value'] ?? ''}" is no mark.`, remedy: 'Write a number, "n/a" for not applicable, nothing where no mark was given.' }),
  },
} satisfies Record<Locale, Record<string, (params: Params) => Words>>;

export type SheetCode = keyof (typeof sentences)['zh-CN'];

/** A problem of a sheet; its sentence names row and column as the spreadsheet shows them: 第 5 行 C 列“申请金额”. */
export function sheetProblem(code: SheetCode, document: string, place: SheetPlace, params: Params, locale: Locale): Problem {
  return problemInSheet({ ...sheetWords(code, params, locale), document, pointer: '' }, place, locale);
}

/** The same without a place. */
export function sheetWords(code: SheetCode, params: Params, locale: Locale): Omit<Problem, 'document' | 'pointer'> {
  const { message, remedy }: Words = nestQuotesIn(sentences[locale][code](params));
  return { code, severity: 'error', params, message, ...(remedy === undefined ? {} : { remedy }) };
}

/** A problem of something that was read from a sheet, with the cell it stands in. */
export function problemInSheet(problem: Problem, { row, column, header }: SheetPlace, locale: Locale): Problem {
  const letter = column === undefined ? undefined : columnName(column);
  const title = header === undefined ? '' : locale === 'en' ? ` “${header}”` : `“${header}”`;
  const place = locale === 'en' ? `Row ${row + 1}${letter === undefined ? '' : `, column ${letter}${title}`}: ` : `第 ${row + 1} 行${letter === undefined ? '' : ` ${letter} 列${title}`}：`;
  return {
    ...problem, line: row + 1, ...(column === undefined ? {} : { column: column + 1 }),
    params: { ...problem.params, row: row + 1, ...(letter === undefined ? {} : { column: letter }), ...(header === undefined ? {} : { header }) },
    message: place + problem.message,
  };
}
