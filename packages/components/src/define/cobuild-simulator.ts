import { CobuildSimulator } from '../cobuild-simulator/cobuild-simulator.js';
import { define } from '../internal/define.js';

define('cobuild-simulator', CobuildSimulator);

declare global {
  interface HTMLElementTagNameMap { 'cobuild-simulator': CobuildSimulator }
}
