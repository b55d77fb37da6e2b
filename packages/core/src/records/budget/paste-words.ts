import { wordTables } from '../../locales/word-tables.js';
import { formatYuan } from '../../money/format.js';
import type { RecordSentences } from '../record-problems.js';

const text = (value: unknown): string => String(value);
const cellZh = (p: Readonly<Record<string, unknown>>): string => `粘贴的第${text(p['row'])}行“${text(p['column'])}”`;
const cellEn = (p: Readonly<Record<string, unknown>>): string => `Row ${text(p['row'])}, “${text(p['column'])}”`;

/** What columns are called in the sentences. */
export const columnTitles = wordTables({
  'zh-CN': { subject: '科目', item: '支出内容', unit: '单位', quantity: '数量', unitPrice: '单价', amount: '金额', note: '备注' },
  en: { subject: 'Subject', item: 'Item', unit: 'Unit', quantity: 'Quantity', unitPrice: 'Unit price', amount: 'Amount', note: 'Note' },
} as const);

/** What a paste comes up with. `row` is the row of the sheet as people count it, the head included. */
export const pasteSentences = {
  'zh-CN': {
    'paste/empty': () => ({ message: '粘贴的内容里没有可用的行' }),
    'paste/too-large': (p) => ({ message: `粘贴的内容太多，最多${text(p['maximum'])}个字符`, remedy: '请分几次粘贴。' }),
    'paste/too-many-rows': (p) => ({ message: `预算最多${text(p['maximum'])}行，还能加${text(p['room'])}行；粘贴的第${text(p['row'])}行起共${text(p['left'])}行没有加入`, remedy: '请合并同类支出后再粘贴。' }),
    'paste/missing': (p) => ({ message: `${cellZh(p)}是空的` }),
    'paste/no-column': (p) => ({ message: `粘贴的表里没有“${text(p['column'])}”一栏` }),
    'paste/quantity': (p) => ({ message: `${cellZh(p)}里的“${text(p['cell'])}”不是大于0的数` }),
    'paste/unit-price': (p) => ({ message: `${cellZh(p)}里的“${text(p['cell'])}”不是金额`, remedy: '金额不小于0，最多两位小数，可带元或万元。' }),
    'paste/subject-unknown': (p) => ({ message: `${cellZh(p)}里的“${text(p['cell'])}”不在可选科目里`, remedy: `可选：${text(p['known'])}。` }),
    'paste/amount-differs': (p) => ({ message: `粘贴的第${text(p['row'])}行：数量×单价是${formatYuan(p['amount'] as number, 'zh-CN')}，表里的金额是${formatYuan(p['written'] as number, 'zh-CN')}`, remedy: '请核对，表里的金额没有采用。' }),
    'paste/total-row': (p) => ({ message: `粘贴的第${text(p['row'])}行是合计，没有加入` }),
  },
  en: {
    'paste/empty': () => ({ message: 'No row could be used of what was pasted.' }),
    'paste/too-large': (p) => ({ message: `Too much was pasted; at most ${text(p['maximum'])} characters.`, remedy: 'Paste it in parts.' }),
    'paste/too-many-rows': (p) => ({ message: `A budget has at most ${text(p['maximum'])} lines, and there is room for ${text(p['room'])}; ${text(p['left'])} rows from row ${text(p['row'])} on were not added.`, remedy: 'Put similar expenses together and paste again.' }),
    'paste/missing': (p) => ({ message: `${cellEn(p)} is empty.` }),
    'paste/no-column': (p) => ({ message: `The table has no column “${text(p['column'])}”.` }),
    'paste/quantity': (p) => ({ message: `${cellEn(p)}: “${text(p['cell'])}” is no number greater than 0.` }),
    'paste/unit-price': (p) => ({ message: `${cellEn(p)}: “${text(p['cell'])}” is no amount of money.`, remedy: 'At least 0 with at most two decimals.' }),
    'paste/subject-unknown': (p) => ({ message: `${cellEn(p)}: there is no subject “${text(p['cell'])}”.`, remedy: `Choose among: ${text(p['known'])}.` }),
    'paste/amount-differs': (p) => ({ message: `Row ${text(p['row'])}: quantity × unit price is ${formatYuan(p['amount'] as number, 'en')}, the amount in the table is ${formatYuan(p['written'] as number, 'en')}.`, remedy: 'Check them; the amount in the table was not taken.' }),
    'paste/total-row': (p) => ({ message: `Row ${text(p['row'])} is a total and was not added.` }),
  },
} satisfies RecordSentences;

export type PasteCode = keyof (typeof pasteSentences)['zh-CN'];
