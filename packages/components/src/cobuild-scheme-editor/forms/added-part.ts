import type { PartChange } from './form-changes.js';
import { addedBlock, addedSection, addedStep } from './form-changes.js';
import type { Spot } from './form-outline.js';
import { formOutline, listsIn } from './form-outline.js';
import { newTitle } from './new-titles.js';
import type { PartKind } from './palette.js';

/** A new step, section or block with a title to be written over: where it is dropped, else where fields are added now. A step comes before the one that shows all answers again. */
export function addedPart(document: unknown, form: string, kind: PartKind, spot: Spot | undefined, isDropped: boolean): PartChange | undefined {
  const { steps, sections } = formOutline(document, form);
  const section = sections.find((each) => spot !== undefined && listsIn(each).includes(spot.list));
  const step = steps.find(({ pointer }) => pointer === section?.step) ?? [...steps].reverse().find(({ review }) => !review);
  switch (kind) {
    case 'step': {
      const last = steps[steps.length - 1];
      return addedStep(document, form, isDropped && spot !== undefined ? spot.index : last?.review === true ? last.index : steps.length, newTitle('newStep'), newTitle('newSection'));
    }
    case 'section': return isDropped && spot !== undefined ? addedSection(document, form, spot.list.replace(/\/sections$/, ''), newTitle('newSection'), spot.index) : addedSection(document, form, step?.pointer, newTitle('newSection'));
    default: return spot === undefined ? undefined : addedBlock(document, form, kind, spot, newTitle(({ group: 'newGroup', tabs: 'newTab', text: 'newText' } as const)[kind]));
  }
}
