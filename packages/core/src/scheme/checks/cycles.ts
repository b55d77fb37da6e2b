import type { SchemeCheck } from '../finding.js';
import { idsAt, partsAt, textIn } from '../parts.js';
import { reportUnless } from './reference.js';

/** A cycle that a case is kept in refers to stages and a role that exist. */
export const cycles: SchemeCheck = (document, report) => {
  const stages = idsAt(document, '/stages');
  const roles = idsAt(document, '/organisation/roles');
  for (const cycle of partsAt(document, '/cycles')) {
    for (const stage of ['startsAfter', 'acceptedAt']) reportUnless(stages, textIn(cycle, stage), 'scheme/unknown-stage', `${cycle.pointer}/${stage}`, report);
    reportUnless(roles, textIn(cycle, 'keptBy'), 'scheme/unknown-role', `${cycle.pointer}/keptBy`, report);
  }
};
