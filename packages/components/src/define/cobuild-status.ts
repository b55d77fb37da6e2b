import { define } from '../internal/define.js';
import { CobuildStatus } from '../cobuild-status/cobuild-status.js';

define('cobuild-status', CobuildStatus);

declare global {
  interface HTMLElementTagNameMap { 'cobuild-status': CobuildStatus }
}
