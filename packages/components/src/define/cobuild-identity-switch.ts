import { define } from '../internal/define.js';
import { CobuildIdentitySwitch } from '../cobuild-identity-switch/cobuild-identity-switch.js';

define('cobuild-identity-switch', CobuildIdentitySwitch);

declare global {
  interface HTMLElementTagNameMap { 'cobuild-identity-switch': CobuildIdentitySwitch }
}
