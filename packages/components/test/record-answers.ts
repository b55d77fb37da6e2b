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

/** Opinions that `everyRecord.opinions` allows. */
export const collected = {
  heldOn: '2026-03-02',
  method: '入户走访',
  counts: [
    { group: 'members', asked: 8, for: 6, against: 0, other: 0 },
    { group: 'residents', asked: 20, for: 9, against: 2, other: 1 },
  ],
  respondents: [
    { name: '张三丰', group: 'residents', opinion: 'for', text: '希望早日动工', publish: true },
    { name: '李小四', group: 'residents', opinion: 'against', text: '担心噪声', publish: false },
  ],
  summary: '多数赞成；夜间十点后不施工。',
};

/** Two who apply together; the partner has not confirmed. */
export const applying = {
  parties: [
    { role: 'lead', name: '荷城社区', id: '荷城社区', share: 66.67, task: '建设和管理' },
    { role: 'partner', name: '河江社区', id: '河江社区', share: 33.33, task: '照料老人' },
  ],
};

/** Indicators that `everyRecord.indicators` allows. */
export const wanted = [
  { group: 'output', name: '受益户数', unit: '户', baseline: 40, target: 120, weight: 60 },
  { group: 'effect', name: '投诉', unit: '件', direction: 'atMost', baseline: 12, target: 3, weight: 40 },
];
