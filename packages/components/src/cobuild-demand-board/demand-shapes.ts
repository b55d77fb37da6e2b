import type { CaseState, DemandEscalation } from '@cobuild/rules';
import { caseStateShape } from '../internal/document-shapes.js';
import { number, object, oneOf, optional, text } from '../internal/shape.js';
import type { Shape } from '../internal/shape.js';

/** What a board shows of each demand, and when it is told to somebody else. */
export interface DemandSettings {
  /** Question that names a demand, `/wish`; default: the first one of the form's layout. */
  readonly title?: string;
  /** Question whose choices are the categories, `/kind`. */
  readonly category?: string;
  /** To whom a late demand goes, and how long after its last day: `{ after: { amount: 2, unit: 'workingDay' }, to: 'townOfficer' }`. */
  readonly escalation?: DemandEscalation;
}

export const demandSettingsShape = object<DemandSettings>({
  title: optional(text), category: optional(text),
  escalation: optional(object<DemandEscalation>({ after: object<DemandEscalation['after']>({ amount: number, unit: oneOf('workingDay', 'calendarDay') }), to: text })),
});

export const demandStateShape: Shape<CaseState> = caseStateShape;
