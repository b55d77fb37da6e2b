// The experts' visit of Qianjiang's demonstration, from the files of `examples/`.
import type { Scheme, Scoring } from '@cobuild/core';
import { exampleCase, exampleScheme } from './examples.js';
import { PanelCase, withPanel } from './panel-case.js';

export { expert, experts, officer, sheet } from './panel-case.js';

const demo = exampleScheme('qianjiang-innovation-demo');

export const panelScheme = (card: Partial<Scoring> = {}): Scheme => withPanel(demo, card);

export class PanelPlay extends PanelCase {
  constructor(scheme: Scheme = panelScheme(), id?: string) {
    super(scheme, exampleCase('qianjiang-innovation-demo', 'cases/score-of-a-group.json'), id);
  }
}
