export type { MinutesOptions } from './build-minutes.js';
export { buildMinutes } from './build-minutes.js';
export { minutesText } from './minutes-text.js';
export type { MeetingHead, Minutes, MinutesItem, MinutesMember, MinutesRecusal } from './minutes-types.js';
