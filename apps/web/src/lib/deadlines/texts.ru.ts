export const ru = {
  continuous: 'весь период',
  repeats: 'повторяется',
  onDemand: 'по запросу',
  external: 'дата из другого документа',
  noDates: 'без дат',
} as const;
