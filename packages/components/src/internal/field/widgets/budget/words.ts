import type { BudgetColumn } from '@cobuild/core';
import { wordTables } from '../../../word-tables.js';

/** Words of the screen for budgets. */
interface BudgetWords {
  readonly columns: Readonly<Record<BudgetColumn, string>>;
  readonly yuan: string;
  readonly lines: string;
  readonly help: string;
  readonly gridHelp: string;
  readonly actions: string;
  readonly row: (params: { readonly row: number }) => string;
  readonly add: string;
  readonly insert: (params: { readonly row: number }) => string;
  readonly copy: (params: { readonly row: number }) => string;
  readonly up: (params: { readonly row: number }) => string;
  readonly down: (params: { readonly row: number }) => string;
  readonly remove: (params: { readonly row: number }) => string;
  readonly inserted: (params: { readonly row: number }) => string;
  readonly copied: (params: { readonly row: number }) => string;
  readonly moved: (params: { readonly row: number }) => string;
  readonly removed: (params: { readonly row: number }) => string;
  readonly undo: string;
  readonly undone: string;
  readonly paste: string;
  readonly pasteTitle: string;
  readonly pasteHelp: string;
  readonly pasteLabel: string;
  readonly understood: (params: { readonly count: number }) => string;
  readonly nothingUnderstood: string;
  readonly accept: (params: { readonly count: number }) => string;
  readonly accepted: (params: { readonly count: number }) => string;
  readonly cancel: string;
  readonly empty: string;
  readonly funds: string;
  readonly own: string;
  readonly raised: string;
  readonly requested: string;
  readonly total: string;
  readonly eligible: string;
  readonly fundsTotal: string;
  readonly difference: string;
  readonly agrees: string;
  readonly short: (params: { readonly amount: string }) => string;
  readonly over: (params: { readonly amount: string }) => string;
  readonly most: string;
  readonly notYet: string;
  readonly explained: string;
  readonly decides: string;
  readonly subject: string;
  readonly amount: string;
  readonly counts: string;
  readonly spoken: (params: { readonly total: string; readonly funds: string; readonly most: string | undefined }) => string;
}

export const budgetWords = wordTables<BudgetWords>({
  'zh-CN': {
    columns: { subject: '科目', item: '支出内容', unit: '单位', quantity: '数量', unitPrice: '单价', amount: '金额', note: '备注' },
    yuan: '元',
    lines: '支出明细',
    help: '点一格就可以填写；也可以从表格软件复制后粘贴到这里。',
    gridHelp: '方向键移动，回车键或直接输入开始填写，Esc键取消，Tab键填下一格。',
    actions: '操作',
    row: ({ row }) => `第${row}行`,
    add: '添加一行',
    insert: ({ row }) => `在第${row}行下面插入一行`,
    copy: ({ row }) => `复制第${row}行`,
    up: ({ row }) => `上移第${row}行`,
    down: ({ row }) => `下移第${row}行`,
    remove: ({ row }) => `删除第${row}行`,
    inserted: ({ row }) => `已插入第${row}行。`,
    copied: ({ row }) => `已复制为第${row}行。`,
    moved: ({ row }) => `已移到第${row}行。`,
    removed: ({ row }) => `已删除第${row}行。`,
    undo: '撤销',
    undone: '已撤销。',
    paste: '从表格粘贴',
    pasteTitle: '从表格粘贴',
    pasteHelp: '在表格软件里选中这些行（连同表头），复制，再粘贴到下面。金额可以用元或万元。',
    pasteLabel: '粘贴的内容',
    understood: ({ count }) => `读到${count}行，请核对：`,
    nothingUnderstood: '没有读到可以加入的行。',
    accept: ({ count }) => `加入${count}行`,
    accepted: ({ count }) => `已加入${count}行。`,
    cancel: '取消',
    empty: '（空）',
    funds: '资金来源',
    own: '自有资金',
    raised: '筹集资金',
    requested: '申请金额',
    total: '总费用',
    eligible: '可支持的费用',
    fundsTotal: '资金来源合计',
    difference: '资金与费用',
    agrees: '相符',
    short: ({ amount }) => `还差 ${amount}`,
    over: ({ amount }) => `多出 ${amount}`,
    most: '最多可申请',
    notYet: '填写完整后计算',
    explained: '怎么算出来的',
    decides: '由这一条决定',
    subject: '科目',
    amount: '金额',
    counts: '计入',
    spoken: ({ total, funds, most }) => `总费用${total}，资金来源合计${funds}${most === undefined ? '' : `，最多可申请${most}`}。`,
  },
  en: {
    columns: { subject: 'Subject', item: 'Item', unit: 'Unit', quantity: 'Quantity', unitPrice: 'Unit price', amount: 'Amount', note: 'Note' },
    yuan: 'CNY',
    lines: 'Lines',
    help: 'Click a cell to fill it in, or copy rows in a spreadsheet and paste them here.',
    gridHelp: 'Arrow keys move, Enter or typing begins to fill in, Escape takes back, Tab goes on to the next cell.',
    actions: 'Actions',
    row: ({ row }) => `Line ${row}`,
    add: 'Add a line',
    insert: ({ row }) => `Insert a line below line ${row}`,
    copy: ({ row }) => `Copy line ${row}`,
    up: ({ row }) => `Move line ${row} up`,
    down: ({ row }) => `Move line ${row} down`,
    remove: ({ row }) => `Remove line ${row}`,
    inserted: ({ row }) => `Line ${row} was inserted.`,
    copied: ({ row }) => `Copied as line ${row}.`,
    moved: ({ row }) => `Moved to line ${row}.`,
    removed: ({ row }) => `Line ${row} was removed.`,
    undo: 'Undo',
    undone: 'Undone.',
    paste: 'Paste from a sheet',
    pasteTitle: 'Paste from a sheet',
    pasteHelp: 'Select the rows with their head in a spreadsheet, copy them, and paste them below. Amounts may be in yuan or in ten thousands (万元).',
    pasteLabel: 'What was pasted',
    understood: ({ count }) => `${count} ${count === 1 ? 'line was' : 'lines were'} read; please check:`,
    nothingUnderstood: 'No line could be read.',
    accept: ({ count }) => `Add ${count} ${count === 1 ? 'line' : 'lines'}`,
    accepted: ({ count }) => `${count} ${count === 1 ? 'line was' : 'lines were'} added.`,
    cancel: 'Cancel',
    empty: '(empty)',
    funds: 'Funds',
    own: 'Own funds',
    raised: 'Money raised',
    requested: 'Asked for',
    total: 'Whole cost',
    eligible: 'Eligible cost',
    fundsTotal: 'Funds in all',
    difference: 'Funds and cost',
    agrees: 'agree',
    short: ({ amount }) => `${amount} missing`,
    over: ({ amount }) => `${amount} too much`,
    most: 'May be asked for at most',
    notYet: 'calculated when all is filled in',
    explained: 'How this was calculated',
    decides: 'this decides',
    subject: 'Subject',
    amount: 'Amount',
    counts: 'Counts',
    spoken: ({ total, funds, most }) => `Whole cost ${total}, funds ${funds}${most === undefined ? '' : `, at most ${most} may be asked for`}.`,
  },
});
