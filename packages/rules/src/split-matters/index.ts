export type { Matter, MatterKey, SplitMatterAlert, SplitMatterOptions, SplitMatters } from './split-matter-alerts.js';
export { bandEdges, splitMatterAlerts } from './split-matter-alerts.js';
