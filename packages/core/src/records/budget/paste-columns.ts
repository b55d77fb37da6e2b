/** What a column of a pasted table holds. `amount` is compared and not kept. */
export type BudgetColumn = 'subject' | 'item' | 'unit' | 'quantity' | 'unitPrice' | 'amount' | 'note';

/** The order in which the grid shows its columns, and in which a table without a head is read. */
export const budgetColumns: readonly BudgetColumn[] = ['subject', 'item', 'unit', 'quantity', 'unitPrice', 'amount', 'note'];

/** A column of the sheet; `wan` where its head says that amounts are in ten thousands. */
export interface PasteColumn { readonly column: BudgetColumn; readonly wan: boolean }

/** Words that heads of columns are made of in the wild. */
const TITLES: Readonly<Record<BudgetColumn, readonly string[]>> = {
  subject: ['科目', '支出科目', '预算科目', '费用类别', '类别', 'subject', 'category'],
  item: ['支出内容', '内容', '项目', '名称', '品名', '项目名称', '物品名称', '支出项目', '明细', 'item', 'description', 'name'],
  unit: ['单位', '计量单位', 'unit'],
  quantity: ['数量', '数目', 'quantity', 'qty'],
  unitPrice: ['单价', '价格', 'unitprice', 'price'],
  amount: ['金额', '小计', '合计', '总价', '预算金额', 'amount', 'total', 'subtotal'],
  note: ['备注', '说明', 'note', 'notes', 'remark', 'remarks'],
};

/**
 * The columns of a head; `undefined` where the row is no head: at least two cells have to be titles that are known, and none may be a number.
 * Of two columns with the same title the first counts.
 */
export function readHead(cells: readonly string[]): readonly (PasteColumn | undefined)[] | undefined {
  const seen = new Set<BudgetColumn>();
  const columns = cells.map((cell): PasteColumn | undefined => {
    const column = columnOf(cell);
    if (column === undefined || seen.has(column)) return undefined;
    seen.add(column);
    return { column, wan: /万/.test(cell) };
  });
  const hasNumber = cells.some((cell) => /^[\d.,]+$/.test(cell.normalize('NFKC').trim()) && cell.trim() !== '');
  return seen.size >= 2 && !hasNumber ? columns : undefined;
}

/** Without white space and what stands in brackets: `单价（万元）` is 单价. */
function columnOf(cell: string): BudgetColumn | undefined {
  const title = cell.normalize('NFKC').replace(/\(.*?\)|\[.*?\]|\/?(?:万元|元)$/g, '').replace(/[\s_*:]/g, '').toLowerCase();
  return budgetColumns.find((column) => TITLES[column].includes(title));
}
