/**
 * What may have happened to a machine, as a person would say it. The values are part of addresses:
 * `/what-happened?what=bad-change`.
 */
export const scenarioIds = [
  'file-gone',
  'bad-change',
  'no-start',
  'ransomware',
  'machine-deleted',
  'zone-down',
  'region-down',
  'rehearsal',
  'disk-lost',
  'copy',
  'encrypted',
  'bare-metal',
] as const;
export type ScenarioId = (typeof scenarioIds)[number];

/** The scenario of a word in an address; null for any other word. */
export function scenarioIdOf(word: string): ScenarioId | null {
  return scenarioIds.find((id) => id === word) ?? null;
}

/** The restore options that the documents know. */
export const restoreOptionKinds = [
  'files',
  'isolatedVm',
  'newVm',
  'zoneVm',
  'regionVm',
  'disks',
  'zoneDisks',
  'regionDisks',
  'replace',
] as const;
export type RestoreOptionKind = (typeof restoreOptionKinds)[number];
