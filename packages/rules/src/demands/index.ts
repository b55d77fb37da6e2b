export type { DemandDue, DemandEscalation, DemandItem, DemandOptions } from './demand-item.js';
export { demandItem } from './demand-item.js';
export type { DemandLane } from './demand-lanes.js';
export { demandAudience, demandLanes } from './demand-lanes.js';
