import type { Locale } from '@cobuild/core';
import type { Feature } from 'write-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
import { getCellAddress, getSelfClosingTagMarkup, sanitizeTextContent } from 'write-excel-file/utility';
import { MOST_ROWS } from '../tabular/index.js';
import type { TemplateColumn } from '../tabular/index.js';

/** Rows that are watched over while somebody types; a longer table is checked when it is read. */
const ROWS = Math.min(MOST_ROWS, 1000);
/** What a spreadsheet shows of a hint, at most. */
const [LONGEST_TITLE, LONGEST_HINT] = [32, 255];

/**
 * An empty Excel workbook to be filled in: the first row holds the questions, each cell below says what belongs there and takes nothing else, a second sheet tells the same at length.
 *
 * @param columns - As `intakeTemplate` gives them.
 * @example writeFileSync('申报汇总表.xlsx', await fileFromTemplate(intakeTemplate(scheme), '申报汇总表'))
 */
export async function fileFromTemplate(columns: readonly TemplateColumn[], name: string, locale: Locale = 'zh-CN'): Promise<Uint8Array> {
  const words = locale === 'en' ? { help: 'How to fill in', choices: 'Choices', column: 'Column', need: 'Required', hint: 'What to write', yes: 'yes' } : { help: '填写说明', choices: '选项', column: '列', need: '必填', hint: '怎样填', yes: '是' };
  const bold = (value: string) => ({ value, type: String, fontWeight: 'bold' as const, wrap: true });
  const chosen = columns.filter(({ choices }) => choices !== undefined);
  const longest = Math.max(1, ...chosen.map(({ choices = [] }) => choices.length));
  const lists = [chosen.length === 0 ? [bold(words.choices)] : chosen.map(({ header }) => bold(header)), ...Array.from({ length: longest }, (_, row) => (chosen.length === 0 ? [null] : chosen.map(({ choices = [] }) => (choices[row] === undefined ? null : { value: choices[row], type: String }))))];
  const help = [[words.column, words.need, words.hint].map(bold), ...columns.map(({ header, required, hint }) => [header, required ? words.yes : '', hint].map((value) => ({ value, type: String, wrap: true })))];
  const validation: Feature<unknown> = {
    files: { transform: { 'xl/worksheets/sheet{id}.xml': { transform: (xml, _, { sheetIndex }) => (sheetIndex === 0 ? withValidations(xml, columns, chosen, words.choices) : xml) } } },
  };
  const sheets = [
    { data: [columns.map(({ header, required }) => ({ ...bold(header), ...(required ? { backgroundColor: '#fdf5e0' } : {}) }))], sheet: name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31), stickyRowsCount: 1, columns: columns.map(({ header }) => ({ width: Math.min(40, Math.max(12, header.length * 1.4)) })) },
    { data: help, sheet: words.help, stickyRowsCount: 1, columns: [{ width: 40 }, { width: 8 }, { width: 90 }] },
    { data: lists, sheet: words.choices },
  ];
  return writeExcelFile(sheets as never, { features: [validation] } as never).toBuffer();
}

/** What a cell of each column takes, behind the rows of the sheet. */
function withValidations(xml: string, columns: readonly TemplateColumn[], chosen: readonly TemplateColumn[], choices: string): string {
  const rules = columns.map((column, index) => validationOf(column, `${getCellAddress(1, index)}:${getCellAddress(ROWS, index)}`, chosen.indexOf(column), choices));
  const markup = `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
  // The format asks for this order; a merge of cells or a filter is in no template.
  return xml.includes('<conditionalFormatting') ? xml : xml.replace('</sheetData>', `</sheetData>${markup}`);
}

function validationOf(column: TemplateColumn, sqref: string, list: number, choices: string): string {
  const attributes = { allowBlank: 1, showInputMessage: 1, showErrorMessage: 1, promptTitle: column.header.slice(0, LONGEST_TITLE), prompt: column.hint.slice(0, LONGEST_HINT), sqref };
  const { type, operator, formulas } = conditionOf(column, list, choices);
  const opening = getSelfClosingTagMarkup('dataValidation', { ...attributes, ...(type === undefined ? {} : { type }), ...(operator === undefined ? {} : { operator }) }).replace(/\s*\/>$/, '>');
  return `${opening}${formulas.map((formula, index) => `<formula${index + 1}>${sanitizeTextContent(formula)}</formula${index + 1}>`).join('')}</dataValidation>`;
}

/** Only what a spreadsheet can tell for sure is refused while typing. */
function conditionOf({ kind, choices, several, minimum, maximum }: TemplateColumn, list: number, sheet: string): { readonly type?: string; readonly operator?: string; readonly formulas: readonly string[] } {
  if (choices !== undefined && !several) {
    const letters = getCellAddress(0, list).replace(/\d+$/, '');
    return { type: 'list', formulas: [`'${sheet}'!$${letters}$2:$${letters}$${choices.length + 1}`] };
  }
  if (several) return { formulas: [] };
  if (kind === 'number' || kind === 'money' || kind === 'integer') {
    const type = kind === 'integer' ? 'whole' : 'decimal';
    const [low, high] = [minimum ?? -1e13, maximum ?? 1e13];
    return { type, operator: 'between', formulas: [String(low), String(high)] };
  }
  return { formulas: [] };
}
