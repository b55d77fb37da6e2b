import { define } from '../internal/define.js';
import { CobuildNotice } from '../cobuild-notice/cobuild-notice.js';

define('cobuild-notice', CobuildNotice);

declare global {
  interface HTMLElementTagNameMap { 'cobuild-notice': CobuildNotice }
}
