const motion = { source: 'members', motion: '修建村民活动室' };

/** A register of discussions that every rule of `everyRecord.discussions` allows, on 30 March 2026. */
export const registered = {
  steps: [
    { step: 'propose', date: '2026-03-02', ...motion },
    { step: 'consult', date: '2026-03-03', calledBy: 'secretary', ...motion, entitled: 7, present: 7, for: 6, against: 1 },
    { step: 'deliberate', date: '2026-03-09', noticeOn: '2026-03-06', officer: '赵干部', ...motion, entitled: 50, present: 34, for: 30, against: 4 },
    { step: 'resolve', date: '2026-03-12', officer: '赵干部', ...motion, entitled: 30, present: 20, for: 20, against: 0 },
    { step: 'discloseDecision', date: '2026-03-13', until: '2026-03-20', supervisor: '属实。', ...motion },
  ],
};
