export { sheetFromStatistics } from './statistics-sheet.js';
export { statisticsOf } from './statistics-of.js';
export type { CountedCase, Statistics, StatisticsAxis, StatisticsFigure, StatisticsGroup, StatisticsMeasure, StatisticsRequest } from './statistics-types.js';
