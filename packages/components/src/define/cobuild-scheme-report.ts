import { define } from '../internal/define.js';
import { CobuildSchemeReport } from '../cobuild-scheme-report/cobuild-scheme-report.js';

define('cobuild-scheme-report', CobuildSchemeReport);

declare global {
  interface HTMLElementTagNameMap { 'cobuild-scheme-report': CobuildSchemeReport }
}
