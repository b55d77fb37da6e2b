import { CobuildEvidence } from '../cobuild-evidence/cobuild-evidence.js';
import { define } from '../internal/define.js';
import './cobuild-form.js';

define('cobuild-evidence', CobuildEvidence);

declare global {
  interface HTMLElementTagNameMap { 'cobuild-evidence': CobuildEvidence }
}
