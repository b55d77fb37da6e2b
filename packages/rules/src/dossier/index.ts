export { sheetOf } from './case-items.js';
export type { DossierOptions } from './dossier-of.js';
export { dossierOf } from './dossier-of.js';
export type { Dossier, DossierItem, DossierPart, DossierSeal, DossierStatus } from './dossier-types.js';
