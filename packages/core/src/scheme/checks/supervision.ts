import { valueAt } from '../../problems/json-pointer.js';
import type { SchemeCheck } from '../finding.js';
import { idsAt, partsAt, textIn } from '../parts.js';
import { reportUnless } from './reference.js';

/** Reports go from and to levels or roles that exist, on forms that exist; who pays and who supervises are roles. */
export const supervision: SchemeCheck = (document, report) => {
  const roles = idsAt(document, '/organisation/roles');
  const parties = [...roles, ...idsAt(document, '/organisation/levels')];
  for (const duty of partsAt(document, '/supervision/reports')) {
    for (const end of ['from', 'to']) reportUnless(parties, textIn(duty, end), 'scheme/unknown-role', `${duty.pointer}/${end}`, report);
    reportUnless(idsAt(document, '/forms'), textIn(duty, 'form'), 'scheme/unknown-form', `${duty.pointer}/form`, report);
  }
  for (const body of partsAt(document, '/supervision/bodies')) reportUnless(roles, textIn(body, 'role'), 'scheme/unknown-role', `${body.pointer}/role`, report);
  const payer = valueAt(document, '/supervision/payer');
  if (typeof payer === 'string') reportUnless(roles, payer, 'scheme/unknown-role', '/supervision/payer', report);
};
