import { define } from '../internal/define.js';
import { CobuildMeeting } from '../cobuild-meeting/cobuild-meeting.js';

define('cobuild-meeting', CobuildMeeting);

declare global {
  interface HTMLElementTagNameMap { 'cobuild-meeting': CobuildMeeting }
}
