import type { AnswerRow, AnswerTable, FormDefinition, Locale, MergedAnswers } from '@cobuild/core';
import { asSide, describeAnswers, pointerTokens, toPointer } from '@cobuild/core';
import type { DraftWords } from './words.js';

type Side = 'mine' | 'theirs' | 'base';

/** A place in dispute, as people read it. */
export interface MergePlace {
  readonly pointer: string;
  readonly label: string;
  readonly texts: Readonly<Record<Side, string>>;
}

interface Words { readonly label: string; readonly text: string }

/** Each conflict with the question that it belongs to and what both sides, and the version before, say there. */
export function mergePlaces(definition: FormDefinition, merged: MergedAnswers, locale: Locale, words: DraftWords): readonly MergePlace[] {
  const described = {
    base: describedPlaces(definition, asSide(merged, 'base'), locale, words),
    mine: describedPlaces(definition, asSide(merged, 'mine'), locale, words),
    theirs: describedPlaces(definition, asSide(merged, 'theirs'), locale, words),
  };
  return merged.conflicts.map((conflict) => {
    const { pointer } = conflict;
    const textOf = (side: Side): string => {
      if (conflict[side] === undefined) return isItem(pointer) ? words.removed : words.nothing;
      return described[side].get(pointer)?.text ?? JSON.stringify(conflict[side]);
    };
    const label = (described.mine.get(pointer) ?? described.theirs.get(pointer) ?? described.base.get(pointer))?.label ?? pointerTokens(pointer).join(' ');
    return { pointer, label, texts: { base: textOf('base'), mine: textOf('mine'), theirs: textOf('theirs') } };
  });
}

const isItem = (pointer: string): boolean => /\/\d+$/.test(pointer);

/** Every answer in words by its pointer: questions, items of lists, and what is in them. */
function describedPlaces(definition: FormDefinition, answers: MergedAnswers['answers'], locale: Locale, words: DraftWords): ReadonlyMap<string, Words> {
  const places = new Map<string, Words>();
  const add = (row: AnswerRow, around: string): void => {
    const label = around === '' ? row.label : words.inside({ outer: around, inner: row.label });
    // A list in dispute as a whole shows its items, not how many there are.
    places.set(row.pointer, { label, text: row.table && row.table.rows.length > 0 ? itemLines(row.table, words) : row.text });
    for (const inner of row.rows ?? []) add(inner, label);
    row.table?.rows.forEach((item, index) => {
      const itemLabel = words.itemOf({ list: label, position: index + 1 });
      places.set(item.pointer, { label: itemLabel, text: itemText(item.cells, words) });
      row.table?.columns.forEach(({ template, label: column }, at) => {
        places.set(inItem(template, item.pointer), { label: words.inside({ outer: itemLabel, inner: column }), text: item.cells[at] ?? '' });
      });
    });
  };
  for (const section of describeAnswers(definition, answers, locale)) for (const row of section.rows) add(row, '');
  return places;
}

function itemLines({ rows }: AnswerTable, words: DraftWords): string {
  return rows.map(({ cells }, index) => `${index + 1}. ${itemText(cells, words)}`).join('\n');
}

/** What was answered in an item; a cell without answer says so with the same words as this table of words. */
function itemText(cells: readonly string[], { listed, nothing }: DraftWords): string {
  return cells.filter((cell) => cell !== '' && cell !== nothing).join(listed);
}

/** The column's place in one item: what the template has behind the item. */
function inItem(template: string, item: string): string {
  return `${item}${toPointer(...pointerTokens(template).slice(pointerTokens(item).length))}`;
}
