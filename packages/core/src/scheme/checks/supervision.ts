import type { SchemeCheck } from '../finding.js';
import { idsAt, partsAt, textIn } from '../parts.js';
import { reportUnless } from './reference.js';

/** Reports go from and to levels or roles that exist, on forms that exist. */
export const supervision: SchemeCheck = (document, report) => {
  const parties = [...idsAt(document, '/organisation/roles'), ...idsAt(document, '/organisation/levels')];
  for (const duty of partsAt(document, '/supervision/reports')) {
    for (const end of ['from', 'to']) reportUnless(parties, textIn(duty, end), 'scheme/unknown-role', `${duty.pointer}/${end}`, report);
    reportUnless(idsAt(document, '/forms'), textIn(duty, 'form'), 'scheme/unknown-form', `${duty.pointer}/form`, report);
  }
};
