export type { Calendar, CalendarData, CalendarYear } from './calendar.js';
export { chinaCalendar, createCalendar } from './calendar.js';
export { CHINA_DAYS } from './cn-days.js';
export type { Period, PeriodEnd } from './periods.js';
export { addCalendarDays, addWorkingDays, periodEnd } from './periods.js';
export { dateInZone, formatDate, fromDayNumber, isDate, toDayNumber, weekdayName } from './dates.js';
export type { LimitEnd, LimitLength, OfficeHours } from './time-limits.js';
export { areOfficeHours, limitAfter, limitBefore, limitEnd } from './time-limits.js';
