export { sheetFromStatistics } from './statistics-sheet.js';
export { statisticsOf } from './statistics-of.js';
export type { CountedCase, Statistics, StatisticsAxis, StatisticsFigure, StatisticsGroup, StatisticsMeasure, StatisticsRequest, Timeliness } from './statistics-types.js';
export { timelinessOf } from './timeliness.js';
