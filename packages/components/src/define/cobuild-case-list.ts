import { define } from '../internal/define.js';
import { CobuildCaseList } from '../cobuild-case-list/cobuild-case-list.js';

define('cobuild-case-list', CobuildCaseList);

declare global {
  interface HTMLElementTagNameMap { 'cobuild-case-list': CobuildCaseList }
}
